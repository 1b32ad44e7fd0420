package dev.sluice.pipelines.run;

import dev.sluice.transforms.store.WarehouseStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of a warehouse. */
public final class WarehouseRoot {

  private static final String SCHEME = "[a-zA-Z][a-zA-Z0-9+.-]+:.*";

  private final Path folder;

  private WarehouseRoot(Path folder) {
    this.folder = folder;
  }

  /**
   * The warehouse at a path as it is written in the configuration; a relative one counts from the
   * working directory.
   *
   * @throws RunException.OutputRefused when the path is not a local one
   */
  public static WarehouseRoot at(String path) {
    String local = path.startsWith("file://") ? path.substring("file://".length()) : path;
    if (local.matches(SCHEME)) {
      throw new RunException.OutputRefused(
          "output.path " + path + " is not supported yet", "name a local folder");
    }
    return new WarehouseRoot(Path.of(local).toAbsolutePath().normalize());
  }

  /** Absolute. */
  public Path folder() {
    return folder;
  }

  /** The files in the folder. */
  public WarehouseStore store() {
    return WarehouseStore.at(folder.toString());
  }

  /**
   * Makes the folder and writes to it, before anything expensive happens.
   *
   * @throws RunException.OutputRefused when it can never work
   * @throws RunException.OutputUnavailable when it may work another time
   */
  public void requireWritable() {
    Path existing = folder;
    while (Files.notExists(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    if (!Files.isDirectory(existing)) {
      throw refused(existing + " is no folder", "name another folder in output.path");
    }
    try {
      Files.createDirectories(folder);
      Path trial = Files.createTempFile(folder, ".sluice-", ".tmp");
      try {
        Files.write(trial, "trial".getBytes(StandardCharsets.UTF_8));
      } finally {
        Files.delete(trial);
      }
    } catch (AccessDeniedException e) {
      throw refused("no permission for " + e.getFile(), "give this user the right to write there");
    } catch (IOException e) {
      throw new RunException.OutputUnavailable("cannot write to " + folder + ": " + reason(e), e);
    }
  }

  private RunException.OutputRefused refused(String reason, String hint) {
    return new RunException.OutputRefused("cannot write to " + folder + ": " + reason, hint);
  }

  private static String reason(IOException e) {
    return e instanceof FileSystemException specific && specific.getReason() != null
        ? specific.getReason()
        : String.valueOf(e.getMessage());
  }
}
