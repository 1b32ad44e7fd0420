package dev.sluice.pipelines.cli;

import java.io.PrintStream;

/**
 * Writes to standard error: lines that stay, and below them one live line that is drawn anew. Both
 * may come from different threads.
 */
final class Terminal {

  private static final String CLEAR_LINE = "\r\u001b[2K";

  private final PrintStream stream;
  private final boolean attended;
  private final int columns;
  private String live = "";

  Terminal(Console console) {
    this.stream = console.err();
    this.attended = console.errAttended();
    this.columns = console.columns();
  }

  /** Whether a live line can be shown. */
  boolean attended() {
    return attended;
  }

  /** Writes a line that stays. */
  synchronized void line(String text) {
    if (live.isEmpty()) {
      stream.println(text);
    } else {
      stream.println(CLEAR_LINE + text);
      stream.print(live);
    }
    stream.flush();
  }

  /** Draws the live line anew, cut to the width of the terminal; an empty one removes it. */
  synchronized void live(String text) {
    if (attended && !(text.isEmpty() && live.isEmpty())) {
      live = text.length() < columns ? text : text.substring(0, Math.max(0, columns - 1));
      stream.print(CLEAR_LINE + live);
      stream.flush();
    }
  }
}
