package dev.sluice.transforms.local;

/** The database could not do what it was asked to; the message says what a person can do. */
public final class LocalWarehouseException extends RuntimeException {

  /** What happened. */
  public LocalWarehouseException(String message) {
    super(message);
  }

  /** What happened, and why. */
  public LocalWarehouseException(String message, Throwable cause) {
    super(message, cause);
  }
}
