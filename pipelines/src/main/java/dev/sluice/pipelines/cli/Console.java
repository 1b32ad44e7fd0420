package dev.sluice.pipelines.cli;

import java.io.BufferedReader;
import java.io.PrintStream;
import java.io.Reader;

/**
 * The streams of the program.
 *
 * @param in for answers to its questions
 * @param out for the result
 * @param err for progress, logs and errors
 * @param outAttended whether {@code out} is a terminal
 * @param errAttended whether {@code err} is a terminal, where a line can be drawn anew
 * @param columns the terminal's width
 */
public record Console(
    BufferedReader in,
    PrintStream out,
    PrintStream err,
    boolean outAttended,
    boolean errAttended,
    int columns) {

  static final int USUAL_COLUMNS = 100;

  /** Two streams that nobody watches: a file, a scheduler, a test. */
  public static Console unattended(PrintStream out, PrintStream err) {
    return new Console(
        new BufferedReader(Reader.nullReader()), out, err, false, false, USUAL_COLUMNS);
  }

  /** The same streams, with what somebody answers. */
  public Console answering(BufferedReader answers) {
    return new Console(answers, out, err, outAttended, errAttended, columns);
  }
}
