package dev.sluice.transforms.sweep;

/**
 * A census that must not be believed: acting on it could take issues for deleted that are not.
 * Nothing has been written.
 */
public final class SuspiciousCensusException extends RuntimeException {

  private final String hint;

  SuspiciousCensusException(String message, String hint) {
    super(message);
    this.hint = hint;
  }

  /** What to do about it. */
  public String hint() {
    return hint;
  }
}
