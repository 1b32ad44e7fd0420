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
    assertThat(WarehouseRoot.at("./warehouse").folder())
        .isAbsolute()
        .isEqualTo(Path.of("warehouse").toAbsolutePath());
    assertThat(WarehouseRoot.at("file:///data/wh").folder()).isEqualTo(Path.of("/data/wh"));
  }

  @Test
  void anotherFileSystemIsRefused() {
    assertThatExceptionOfType(RunException.OutputRefused.class)
        .isThrownBy(() -> WarehouseRoot.at("gs://bucket/warehouse"))
        .withMessage("output.path gs://bucket/warehouse is not supported yet");
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
