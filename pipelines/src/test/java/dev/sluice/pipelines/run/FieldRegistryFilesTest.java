package dev.sluice.pipelines.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sluice.schemas.field.FieldPeriod;
import dev.sluice.schemas.field.FieldRegistry;
import dev.sluice.schemas.field.JiraField;
import dev.sluice.schemas.layout.WarehouseLayout;
import dev.sluice.schemas.type.Scalar;
import dev.sluice.transforms.store.WarehouseStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FieldRegistryFilesTest {

  @TempDir Path folder;
  private WarehouseStore store;
  private FieldRegistryFiles files;

  @BeforeEach
  void open() {
    store = WarehouseRoot.at(folder.toString()).store();
    files = new FieldRegistryFiles(store);
  }

  @Test
  void aNewWarehouseHasAnEmptyRegistry() {
    assertThat(files.newest()).isEqualTo(FieldRegistry.empty());
  }

  @Test
  void theNewestVersionCountsByNumber() {
    write(version(9, "budget"));
    write(version(10, "budget_eur"));

    assertThat(files.newest()).isEqualTo(version(10, "budget_eur"));
  }

  @Test
  void onlyTheVersionThatIsMeantIsWithdrawn() {
    write(version(1, "budget"));
    write(version(2, "budget_eur"));

    files.withdraw(version(2, "another"));
    files.withdraw(version(3, "budget_eur"));
    assertThat(files.newest()).isEqualTo(version(2, "budget_eur"));

    files.withdraw(version(2, "budget_eur"));
    assertThat(files.newest()).isEqualTo(version(1, "budget"));
  }

  @Test
  void aDamagedRegistryIsNeverTakenForAnEmptyOne() {
    store.write(WarehouseLayout.fields(3), "{".getBytes(StandardCharsets.UTF_8));

    assertThatExceptionOfType(RunException.StateUnusable.class)
        .isThrownBy(files::newest)
        .withMessageContaining("_sluice/fields/3.json is damaged");
  }

  private void write(FieldRegistry registry) {
    boolean written =
        store.writeOnce(
            WarehouseLayout.fields(registry.version()),
            registry.toJson().getBytes(StandardCharsets.UTF_8));
    assertThat(written).isTrue();
  }

  private static FieldRegistry version(int number, String column) {
    JiraField field =
        new JiraField(
            "customfield_1",
            "Budget",
            true,
            Optional.of("number"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new FieldRegistry(
        number,
        List.of(
            new FieldPeriod(
                field,
                column,
                Scalar.DOUBLE,
                Instant.EPOCH,
                Optional.empty(),
                FieldPeriod.Standing.PRESENT)));
  }
}
