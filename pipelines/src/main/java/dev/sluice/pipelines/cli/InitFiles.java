package dev.sluice.pipelines.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.pipelines.config.ConfigSchema;
import dev.sluice.schemas.layout.Documents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A configuration and, beside it, its schema.
 *
 * @param force write over a configuration that is there
 */
record InitFiles(Path config, boolean force) {

  /** Where the schema goes. */
  Path schema() {
    return config.resolveSibling(ConfigSchema.FILE);
  }

  /**
   * Makes sure that nothing would be lost.
   *
   * @throws UsageException when it would
   */
  void requireRoom() {
    if (!force && Files.exists(config)) {
      throw new UsageException(
          config + " is there already", "add --force to write over it, or name another --config");
    }
    if (!force && Files.exists(schema()) && !isSchema(schema())) {
      throw new UsageException(
          schema() + " is there already, and no schema of this program",
          "add --force to write over it");
    }
  }

  void write(String text) {
    try {
      Path folder = config.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.write(schema(), Documents.write(ConfigSchema.json()));
      Files.writeString(
          config,
          text,
          StandardCharsets.UTF_8,
          force
              ? new StandardOpenOption[] {
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE
              }
              : new StandardOpenOption[] {StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE});
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + config, e);
    }
  }

  /** An earlier version's schema is replaced: it is made, not written. */
  private static boolean isSchema(Path file) {
    try {
      JsonNode known = Documents.read(Files.readAllBytes(file), JsonNode.class);
      return known.path("title").equals(ConfigSchema.json().path("title"));
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }
}
