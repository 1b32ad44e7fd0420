package dev.sluice.pipelines.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A warehouse in a local folder. */
final class WarehouseFolder extends WarehouseRoot {

  private final Path folder;

  WarehouseFolder(Path folder) {
    this.folder = folder;
  }

  @Override
  public String location() {
    return folder.toString();
  }

  @Override
  Optional<Path> localFile(String path) {
    return Optional.of(folder.resolve(path));
  }

  @Override
  LockFile lockFile(String path) {
    return LocalLockFile.open(folder.resolve(path));
  }

  @Override
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
