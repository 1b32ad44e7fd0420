package dev.sluice.pipelines.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sluice.schemas.field.FieldRegistry;
import dev.sluice.schemas.layout.WarehouseLayout;
import dev.sluice.schemas.type.Scalar;
import dev.sluice.transforms.store.WarehouseStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
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
    files.writeNext(FieldRegistry.empty(), version(9, "budget"));
    files.writeNext(version(9, "budget"), version(10, "budget_eur"));

    assertThat(files.newest()).isEqualTo(version(10, "budget_eur"));
  }

  @Test
  void aVersionIsWrittenOnlyWhenSomethingChanged() {
    files.writeNext(version(1, "budget"), version(1, "budget"));

    assertThat(store.read(WarehouseLayout.fields(1))).isEmpty();
  }

  @Test
  void aDamagedRegistryIsNeverTakenForAnEmptyOne() {
    store.write(WarehouseLayout.fields(3), "{".getBytes(StandardCharsets.UTF_8));

    assertThatExceptionOfType(RunException.StateUnusable.class)
        .isThrownBy(files::newest)
        .withMessageContaining("_sluice/fields/3.json is damaged");
  }

  private static FieldRegistry version(int number, String column) {
    return new FieldRegistry(
        number,
        List.of(new FieldRegistry.Entry("customfield_1", column, Scalar.DOUBLE, "Budget", true)));
  }
}
