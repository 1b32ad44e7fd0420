package dev.sluice.simulator.api;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which fields of an issue are asked for.
 *
 * @param every {@code *all}
 * @param navigable {@code *navigable}
 */
record FieldSelection(
    boolean every, boolean navigable, Set<String> included, Set<String> excluded) {
  /** Reads the {@code fields} parameter; its own default differs by endpoint. */
  static FieldSelection of(List<String> fields, String otherwise) {
    Set<String> included = new HashSet<>();
    Set<String> excluded = new HashSet<>();
    for (String field : fields) {
      if (field.startsWith("-")) {
        excluded.add(field.substring(1));
      } else {
        included.add(field);
      }
    }
    if (included.isEmpty()) {
      included.add(excluded.isEmpty() ? otherwise : "*navigable");
    }
    boolean every = included.remove("*all");
    boolean navigable = included.remove("*navigable");
    return new FieldSelection(every, navigable, included, excluded);
  }

  boolean selects(String id, FieldDirectory directory) {
    return !excluded.contains(id)
        && (every || included.contains(id) || (navigable && directory.navigable(id)));
  }

  /** Whether only the id is wanted, in which case Cloud leaves out everything else. */
  boolean idOnly() {
    return named() && included.equals(Set.of("id"));
  }

  /** Whether any field is wanted; id and key are none. */
  boolean fields() {
    return !named() || included.stream().anyMatch(id -> !id.equals("id") && !id.equals("key"));
  }

  /** How many issues a page of Cloud may hold with this selection. */
  int pageCap(Limits limits, boolean expanded) {
    if (!named() || expanded || included.size() > 20) {
      return limits.broadPage();
    }
    return included.size() <= 2 ? limits.narrowPage() : limits.mediumPage();
  }

  /** Whether so few fields are asked for by name that Cloud allows large bulk fetches. */
  boolean lean() {
    return named() && !included.isEmpty() && included.size() <= 100;
  }

  private boolean named() {
    return !every && !navigable;
  }
}
