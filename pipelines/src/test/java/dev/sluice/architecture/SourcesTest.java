package dev.sluice.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SourcesTest {

  private static final int LONGEST_FILE = 400;

  @Test
  void noSourceFileIsMoreThanOneRoom() {
    assertThat(sources())
        .as("files over %d lines: split them by purpose", LONGEST_FILE)
        .filteredOn(file -> lines(file).size() > LONGEST_FILE)
        .isEmpty();
  }

  @Test
  void everyPackageSaysWhatItIsForAndForbidsNull() {
    assertThat(sources())
        .filteredOn(file -> file.toString().contains("/src/main/"))
        .extracting(Path::getParent)
        .allSatisfy(
            folder ->
                assertThat(lines(folder.resolve("package-info.java")))
                    .as("%s/package-info.java: a sentence and @NullMarked", folder)
                    .contains("@NullMarked")
                    .anyMatch(line -> line.startsWith("/**")));
  }

  private static List<Path> sources() {
    Path root = Path.of("").toAbsolutePath().getParent();
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> file.toString().contains("/src/"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
