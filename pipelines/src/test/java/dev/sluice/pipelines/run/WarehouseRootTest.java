package dev.sluice.pipelines.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WarehouseRootTest {

  @TempDir Path folder;

  @Test
  void aRelativePathBecomesAbsolute() {
    assertThat(WarehouseRoot.at("./warehouse").location())
        .isEqualTo(Path.of("warehouse").toAbsolutePath().toString());
    assertThat(WarehouseRoot.at("file:///data/wh").location()).isEqualTo("/data/wh");
  }

  @Test
  void aBucketWithoutItsLibrariesIsRefused() {
    assertThatExceptionOfType(RunException.OutputRefused.class)
        .isThrownBy(() -> WarehouseRoot.at("gs://bucket/warehouse"))
        .withMessage("nothing here can write to gs://bucket/warehouse")
        .satisfies(e -> assertThat(e.hint()).contains("SLUICE_GCP=true"));
  }

  @Test
  void theTrialLeavesTheFolderEmpty() {
    Path warehouse = folder.resolve("a/b");

    WarehouseRoot.at(warehouse.toString()).requireWritable();

    assertThat(warehouse).isEmptyDirectory();
  }

  @Test
  void aFileInTheWayIsToldAtOnce() throws IOException {
    Path file = Files.createFile(folder.resolve("taken"));

    for (String path : new String[] {file.toString(), file + "/warehouse"}) {
      assertThatExceptionOfType(RunException.OutputRefused.class)
          .isThrownBy(() -> WarehouseRoot.at(path).requireWritable())
          .withMessageStartingWith("cannot write to " + path)
          .satisfies(e -> assertThat(e.hint()).isEqualTo("name another folder in output.path"));
    }
  }
}
