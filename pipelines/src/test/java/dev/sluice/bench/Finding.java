package dev.sluice.bench;

/**
 * One line of the table.
 *
 * @param goal what was to be reached; empty when the figure only explains another one
 */
record Finding(String what, String goal, String result, Verdict verdict) {

  /** Whether a goal was reached. */
  enum Verdict {
    MET("yes"),
    MISSED("**no**"),
    NO_GOAL(""),
    NOT_RUN("not run"),
    BROKEN("**could not run**");

    private final String words;

    Verdict(String words) {
      this.words = words;
    }
  }

  static Finding judged(String what, String goal, String result, boolean met) {
    return new Finding(what, goal, result, met ? Verdict.MET : Verdict.MISSED);
  }

  static Finding plain(String what, String result) {
    return new Finding(what, "", result, Verdict.NO_GOAL);
  }

  static Finding notRun(String what, String goal, String reason) {
    return new Finding(what, goal, reason, Verdict.NOT_RUN);
  }

  static Finding broken(String what, String reason) {
    return new Finding(what, "", reason, Verdict.BROKEN);
  }

  String row() {
    return "| "
        + String.join(" | ", cell(what), cell(goal), cell(result), cell(verdict.words))
        + " |";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replaceAll("\\s+", " ");
  }
}
