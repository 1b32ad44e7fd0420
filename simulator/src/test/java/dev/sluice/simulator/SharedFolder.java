package dev.sluice.simulator;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The folder of reference material that may lie beside the repository; tests pass without it. */
public final class SharedFolder {
  private SharedFolder() {}

  /** A file of it, when both are there. */
  public static Optional<Path> find(String relative) {
    for (Path folder = Path.of(System.getProperty("user.dir")).toAbsolutePath();
        folder != null;
        folder = folder.getParent()) {
      Path candidate = folder.resolveSibling("shared").resolve(relative);
      if (Files.exists(candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
