package dev.sluice.schemas.history;

import dev.sluice.schemas.value.NamedValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Follows a list whose changes each add or remove one member, such as the fix versions. */
final class MemberReplay {

  private final Map<String, NamedValue> atCreation = new LinkedHashMap<>();
  private final Map<String, Boolean> lastSeen = new LinkedHashMap<>();

  /** A member was there at creation if its first change removes it, or if it never changed. */
  private MemberReplay(List<Step> steps, List<NamedValue> current) {
    for (Step step : steps) {
      FieldChange change = step.change();
      see(change.from(), false);
      see(change.to(), true);
    }
    for (NamedValue member : current) {
      if (!lastSeen.containsKey(name(member))) {
        atCreation.put(name(member), member);
      }
    }
  }

  static MemberReplay of(List<Step> steps, List<NamedValue> current) {
    return new MemberReplay(steps, current);
  }

  List<NamedValue> atCreation() {
    return List.copyOf(atCreation.values());
  }

  /** Returns whether every member's last change says what the list says. */
  boolean endsAt(List<NamedValue> current) {
    Set<String> names = current.stream().map(MemberReplay::name).collect(Collectors.toSet());
    return lastSeen.entrySet().stream()
        .allMatch(member -> member.getValue() == names.contains(member.getKey()));
  }

  private void see(NamedValue member, boolean present) {
    if (!ValueForm.isEmpty(member)) {
      boolean isFirst = lastSeen.put(name(member), present) == null;
      if (isFirst && !present) {
        atCreation.put(name(member), member);
      }
    }
  }

  private static String name(NamedValue member) {
    return ValueForm.isFilled(member.id()) ? "id " + member.id() : "name " + member.text();
  }
}
