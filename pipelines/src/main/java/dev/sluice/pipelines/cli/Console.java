package dev.sluice.pipelines.cli;

import java.io.PrintStream;

/**
 * The two streams of the program.
 *
 * @param out for the result
 * @param err for progress, logs and errors
 * @param outAttended whether {@code out} is a terminal
 * @param errAttended whether {@code err} is a terminal, where a line can be drawn anew
 * @param columns the terminal's width
 */
public record Console(
    PrintStream out, PrintStream err, boolean outAttended, boolean errAttended, int columns) {

  /** Two streams that nobody watches: a file, a scheduler, a test. */
  public static Console unattended(PrintStream out, PrintStream err) {
    return new Console(out, err, false, false, 100);
  }
}
