package dev.sluice.transforms.store;

/**
 * Another run has published a version of the field registry while this one ran: what this one has
 * read stands under columns that may no longer be theirs, and is not published.
 */
public final class RegistryOvertakenException extends RuntimeException {

  public RegistryOvertakenException(String path) {
    super("another run has written " + path + " while this one ran; nothing was published");
  }
}
