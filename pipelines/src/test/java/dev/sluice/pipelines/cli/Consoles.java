package dev.sluice.pipelines.cli;

import java.io.BufferedReader;
import java.io.PrintStream;
import java.io.Reader;

/** Streams for tests. */
final class Consoles {

  private Consoles() {}

  /** A terminal that somebody watches. */
  static Console attended(PrintStream stream, int columns) {
    return new Console(
        new BufferedReader(Reader.nullReader()), stream, stream, true, true, columns);
  }
}
