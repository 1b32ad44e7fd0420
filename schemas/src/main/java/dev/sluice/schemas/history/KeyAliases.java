package dev.sluice.schemas.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the keys an issue had before it was moved. */
final class KeyAliases {

  private KeyAliases() {}

  /** A key it lost twice was its until the last time; one it has again is no former key. */
  static List<KeyAlias> of(String key, List<Step> steps) {
    Map<String, KeyAlias> aliases = new LinkedHashMap<>();
    for (Step step : steps) {
      FieldChange change = step.change();
      String old = change.from().text();
      if (old != null && !old.isEmpty() && !old.equals(key)) {
        aliases.remove(old);
        aliases.put(old, new KeyAlias(old, change.issueId(), key, change.time()));
      }
    }
    return List.copyOf(aliases.values());
  }
}
