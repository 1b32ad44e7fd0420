package dev.sluice.pipelines.cli;

import dev.sluice.schemas.layout.Documents;
import dev.sluice.schemas.layout.State;
import dev.sluice.schemas.layout.WarehouseLayout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes room for a demo. Its Jira is made anew each time, so that what an earlier demo left would
 * only confuse; anything else in the folder is not touched.
 */
final class DemoFolder {

  private DemoFolder() {}

  /**
   * Removes what an earlier demo left.
   *
   * @throws UsageException when the folder holds something else
   */
  static void clear(Path folder, String pipeline) {
    try {
      if (isEmpty(folder)) {
        return;
      }
      if (!isOfDemo(folder, pipeline)) {
        throw new UsageException(
            folder + " holds something that no demo has left",
            "name another folder with --output-path");
      }
      delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot empty " + folder, e);
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return true;
    }
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  /** A demo that failed leaves a plan but no state. */
  private static boolean isOfDemo(Path folder, String pipeline) throws IOException {
    Path state = folder.resolve(WarehouseLayout.STATE);
    if (Files.exists(state)) {
      try {
        return pipeline.equals(Documents.read(Files.readAllBytes(state), State.class).pipeline());
      } catch (UncheckedIOException e) {
        return false;
      }
    }
    return Files.exists(folder.resolve(WarehouseLayout.LOCK));
  }

  private static void delete(Path folder) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(folder)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }
}
