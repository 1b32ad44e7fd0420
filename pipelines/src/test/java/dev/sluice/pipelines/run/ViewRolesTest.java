package dev.sluice.pipelines.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schemas.field.FieldPeriod;
import dev.sluice.schemas.field.FieldRegistry;
import dev.sluice.schemas.field.JiraField;
import dev.sluice.schemas.layout.WarehouseLayout;
import dev.sluice.schemas.mart.MartChoices;
import dev.sluice.schemas.mart.Role;
import dev.sluice.schemas.type.Scalar;
import dev.sluice.schemas.view.MartColumns;
import dev.sluice.transforms.store.WarehouseStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ViewRolesTest {

  @TempDir Path folder;

  @Test
  void viewsGoOnWithTheColumnOfAFieldThatWasRenamed() {
    MartColumns marts = ViewRoles.of(MartChoices.NONE, renamed());

    assertThat(marts.budget()).contains("budget");
    assertThat(marts.among(List.of("budget", "campaign_budget")).budget()).contains("budget");
    assertThat(marts.launchDate()).isEmpty();
  }

  @Test
  void viewsUseWhatTheConfigurationChooses() {
    MartChoices choices = new MartChoices(List.of("Launch"), Map.of(Role.BUDGET, "votes"));

    MartColumns marts = ViewRoles.of(choices, renamed());

    assertThat(marts.budget()).contains("votes");
    assertThat(marts.campaignTypes()).containsExactly("Launch");
  }

  private WarehouseStore renamed() {
    Instant later = Instant.parse("2026-01-01T00:00:00Z");
    FieldRegistry registry =
        new FieldRegistry(
            2,
            List.of(
                period("Budget", Instant.EPOCH, Optional.of(later)),
                period("Money", later, Optional.empty())));
    WarehouseStore store = WarehouseStore.at(folder.toString());
    store.write(WarehouseLayout.fields(2), registry.toJson().getBytes(StandardCharsets.UTF_8));
    return store;
  }

  private static FieldPeriod period(String name, Instant from, Optional<Instant> to) {
    JiraField field =
        new JiraField(
            "customfield_1",
            name,
            true,
            Optional.of("number"),
            Optional.empty(),
            Optional.of("x:float"),
            Optional.empty(),
            Optional.empty());
    return new FieldPeriod(field, "budget", Scalar.DOUBLE, from, to, FieldPeriod.Standing.PRESENT);
  }
}
