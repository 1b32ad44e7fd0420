package dev.sluice.pipelines.cli;

/** The options make no sense together. */
final class UsageException extends RuntimeException {

  private final String hint;

  UsageException(String message, String hint) {
    super(message);
    this.hint = hint;
  }

  String hint() {
    return hint;
  }
}
