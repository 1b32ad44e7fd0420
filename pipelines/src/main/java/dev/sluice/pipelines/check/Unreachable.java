package dev.sluice.pipelines.check;

/** The server of Jira cannot be reached. */
public final class Unreachable extends RuntimeException {

  private final String hint;

  Unreachable(String message, String hint) {
    super(message);
    this.hint = hint;
  }

  /** What to do about it. */
  public String hint() {
    return hint;
  }
}
