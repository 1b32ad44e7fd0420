package dev.sluice.pipelines.cli;

import java.io.PrintStream;

/** Shows increments as they end, a line each. */
final class LiveTable {

  private final PrintStream out;
  private final boolean shown;

  /** Where the result is JSON, nothing stands before it. */
  LiveTable(PrintStream out, Style style, boolean shown) {
    this.out = out;
    this.shown = shown;
    print(style.bold(line("increment", "changes", "issues", "read", "requests", "lag")));
  }

  void show(LiveDemo.Increment increment) {
    print(
        line(
            Integer.toString(increment.number()),
            Figures.whole(increment.changes()),
            Figures.whole(increment.issues()),
            Figures.whole(increment.read()),
            Figures.whole(increment.requests()),
            Figures.time(increment.lag())));
  }

  /** Nothing more comes. */
  void end() {
    print("");
  }

  private void print(String line) {
    if (shown) {
      out.println(line);
      out.flush();
    }
  }

  private static String line(String... cells) {
    StringBuilder line = new StringBuilder();
    for (String cell : cells) {
      line.append("  ").append(Lines.right(cell, 9));
    }
    return line.toString();
  }
}
