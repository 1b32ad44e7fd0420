package dev.sluice.schemas.field;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which new fields are old ones that were deleted and created again. */
final class Successions {

  private static final Comparator<FieldPeriod> LATEST_FIRST =
      Comparator.<FieldPeriod, Boolean>comparing(gone -> !gone.isOpen())
          .thenComparing(gone -> gone.to().orElse(gone.from()), Comparator.reverseOrder())
          .thenComparing(FieldPeriod::field, JiraField.BY_ID);

  private final Map<String, FieldPeriod> predecessors = new HashMap<>();
  private final Set<String> succeeded = new HashSet<>();

  private Successions() {}

  /** No field succeeds another. */
  static Successions none() {
    return new Successions();
  }

  /**
   * Finds them, by id: a field nobody has seen before succeeds the one of its name, type and
   * project that went last.
   *
   * @param mayBeGone what a field was last, if it is removed or missed now
   */
  static Successions of(
      List<JiraField> fresh, List<FieldPeriod> mayBeGone, FieldRegistry registry) {
    Successions successions = new Successions();
    for (JiraField field : fresh) {
      mayBeGone.stream()
          .filter(gone -> !successions.succeeded.contains(gone.fieldId()))
          .filter(gone -> isLike(field, gone))
          .filter(gone -> registry.ownerOf(gone.column()).equals(Optional.of(gone.fieldId())))
          .min(LATEST_FIRST)
          .ifPresent(gone -> successions.add(field, gone));
    }
    return successions;
  }

  /** The field whose column this one goes on with. */
  Optional<FieldPeriod> predecessor(String fieldId) {
    return Optional.ofNullable(predecessors.get(fieldId));
  }

  boolean isSucceeded(String fieldId) {
    return succeeded.contains(fieldId);
  }

  private void add(JiraField field, FieldPeriod gone) {
    predecessors.put(field.id(), gone);
    succeeded.add(gone.fieldId());
  }

  private static boolean isLike(JiraField field, FieldPeriod gone) {
    return gone.field().name().equals(field.name())
        && gone.type().equals(FieldTypes.of(field))
        && gone.field().scopeProjectId().equals(field.scopeProjectId());
  }
}
