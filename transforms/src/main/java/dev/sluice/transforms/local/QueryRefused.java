package dev.sluice.transforms.local;

/** A question the database does not understand; the message shows the place in it. */
public final class QueryRefused extends RuntimeException {

  /** What is wrong, in the words of the database. */
  public QueryRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
