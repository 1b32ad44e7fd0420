package dev.sluice.simulator.site;

/** A file that was to become a site does not hold issues; the message names file and line. */
public final class UnreadableSiteException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableSiteException(String message) {
    super(message);
  }

  UnreadableSiteException(String message, Throwable cause) {
    super(message, cause);
  }
}
