package dev.sluice.schemas.field;

import java.util.List;

/**
 * What a look at the catalogue comes to.
 *
 * @param registry the next version of the registry; the very one that was given if nothing changed
 * @param columns of every field the catalogue lists, and of those it misses for the first time
 * @param changes since the last look, in the order of the fields; none at the first look of all
 * @param missed fields that were listed at the last look, are not now, and may be there all the
 *     same
 */
public record FieldLook(
    FieldRegistry registry,
    FieldColumns columns,
    List<SchemaChange> changes,
    List<FieldPeriod> missed) {

  /** Copies the lists. */
  public FieldLook {
    changes = List.copyOf(changes);
    missed = List.copyOf(missed);
  }
}
