package dev.sluice.transforms;

import dev.sluice.schemas.field.FieldRegistry;
import dev.sluice.schemas.field.SchemaChange;
import dev.sluice.schemas.layout.Notice;
import java.util.List;

/**
 * What a run has found out about the fields of a site, and publishes with its rows.
 *
 * @param known the version of the registry that was found
 * @param registry the version its columns come from
 * @param changes since the version before
 * @param notices about them
 */
public record PlannedSchema(
    int known, FieldRegistry registry, List<SchemaChange> changes, List<Notice> notices) {

  /** Of a site without custom fields. */
  public static final PlannedSchema NONE =
      new PlannedSchema(0, FieldRegistry.empty(), List.of(), List.of());

  /** Copies the lists. */
  public PlannedSchema {
    changes = List.copyOf(changes);
    notices = List.copyOf(notices);
  }

  /** Whether the registry has a version with this run that it did not have before. */
  public boolean isNews() {
    return registry.version() != known;
  }
}
