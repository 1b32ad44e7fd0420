package dev.sluice.simulator.site;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Real issues kept beside the repository, where there are any. */
final class SharedData {
  private SharedData() {}

  /** The files below a folder of the shared data whose names match; skips the test without them. */
  static List<Path> files(String folder, String namePattern) {
    Optional<Path> found =
        Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
            .map(path -> path.resolve("shared").resolve("data").resolve(folder))
            .filter(Files::isDirectory)
            .findFirst();
    assumeThat(found).isPresent();
    try (Stream<Path> files = Files.list(found.orElseThrow())) {
      return files
          .filter(file -> file.getFileName().toString().matches(namePattern))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
