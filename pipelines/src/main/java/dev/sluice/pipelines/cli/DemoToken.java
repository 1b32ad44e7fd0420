package dev.sluice.pipelines.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** The token of the demo's Jira, in a file for as long as the demo runs: like any secret. */
record DemoToken(String text, Path file) implements AutoCloseable {

  static DemoToken make() {
    try {
      String text = UUID.randomUUID().toString();
      return new DemoToken(text, Files.writeString(Files.createTempFile("sluice-demo", ""), text));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a temporary file", e);
    }
  }

  String reference() {
    return "file:" + file.toAbsolutePath();
  }

  @Override
  public String toString() {
    return reference();
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + file, e);
    }
  }
}
