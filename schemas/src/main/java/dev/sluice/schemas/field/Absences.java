package dev.sluice.schemas.field;

import java.util.Set;

/**
 * What a second look says about fields that the catalogue lists no more. A field in neither set may
 * be deleted or hidden from the account: it counts as removed when the next look misses it too.
 *
 * @param hidden ids of fields that exist and are only hidden
 * @param gone ids of fields that certainly do not exist
 */
public record Absences(Set<String> hidden, Set<String> gone) {

  /** Nobody looked a second time. */
  public static final Absences UNKNOWN = new Absences(Set.of(), Set.of());

  /** Copies the sets. */
  public Absences {
    hidden = Set.copyOf(hidden);
    gone = Set.copyOf(gone);
  }
}
