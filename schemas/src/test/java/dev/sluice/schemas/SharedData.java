package dev.sluice.schemas;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Recorded answers of real servers, which are not ours to ship: a folder {@code shared/data} beside
 * the repository. Tests that use it are skipped where it is missing.
 */
public final class SharedData {

  private SharedData() {}

  /** Returns the folder; skips the test if there is none. */
  public static Path folder() {
    Optional<Path> found = Optional.empty();
    Path directory = Path.of(System.getProperty("user.dir")).toAbsolutePath();
    while (directory != null && found.isEmpty()) {
      Path candidate = directory.resolve("shared").resolve("data");
      found = Files.isDirectory(candidate) ? Optional.of(candidate) : Optional.empty();
      directory = directory.getParent();
    }
    assumeTrue(found.isPresent(), "no folder shared/data above the repository");
    return found.orElseThrow();
  }

  /** Returns the lines of a packed file. */
  public static List<String> lines(Path file) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }
}
