package dev.sluice.pipelines.run;

import dev.sluice.schemas.field.FieldRegistry;
import dev.sluice.schemas.mart.MartChoices;
import dev.sluice.schemas.mart.MartRole;
import dev.sluice.schemas.mart.MartRoles;
import dev.sluice.schemas.mart.Role;
import dev.sluice.schemas.view.MartColumns;
import dev.sluice.transforms.store.WarehouseStore;
import java.util.List;
import java.util.Optional;

/** The columns that the views use, as a registry of fields and the configuration have it. */
public final class ViewRoles {

  private ViewRoles() {}

  /** Those of a warehouse. */
  static MartColumns of(MartChoices choices, WarehouseStore store) {
    return of(choices, new FieldRegistryFiles(store).newest());
  }

  /** A role whose field was renamed keeps its column; one whose field is gone keeps it too. */
  public static MartColumns of(MartChoices choices, FieldRegistry registry) {
    List<MartRole> roles = MartRoles.of(choices, registry);
    return MartColumns.configured(
        choices.campaignTypes(),
        column(roles, Role.LAUNCH_DATE),
        column(roles, Role.BUDGET),
        column(roles, Role.STORY_POINTS));
  }

  private static Optional<String> column(List<MartRole> roles, Role wanted) {
    return roles.stream()
        .filter(role -> role.role() == wanted)
        .findFirst()
        .flatMap(MartRole::column);
  }
}
