package dev.sluice.pipelines.cli;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The streams of this process, in UTF-8 whatever the locale. */
final class ProcessConsole {

  /**
   * Set by the launcher script, which can ask the shell what Java cannot find out: which streams
   * are terminals ({@code out}, {@code err}) and how wide they are.
   */
  private static final String TERMINALS = "sluice.terminals";

  private static final String COLUMNS = "sluice.columns";

  private ProcessConsole() {}

  static Console open() {
    String terminals = System.getProperty(TERMINALS, guessed());
    return new Console(
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
        stream(new FileOutputStream(FileDescriptor.out)),
        stream(new FileOutputStream(FileDescriptor.err)),
        terminals.contains("out"),
        terminals.contains("err"),
        Integer.getInteger(COLUMNS, Console.USUAL_COLUMNS));
  }

  /** Until Java 22 a console object proves that somebody watches both streams. */
  @SuppressWarnings("SystemConsoleNull")
  private static String guessed() {
    return Runtime.version().feature() < 22 && System.console() != null ? "out err" : "";
  }

  private static PrintStream stream(OutputStream raw) {
    return new PrintStream(raw, true, StandardCharsets.UTF_8);
  }
}
