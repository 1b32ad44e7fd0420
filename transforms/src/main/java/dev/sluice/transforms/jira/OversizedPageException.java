package dev.sluice.transforms.jira;

import com.fasterxml.jackson.core.JsonProcessingException;

/** Marks a page that is too large to be held: fewer objects have to be asked for at a time. */
final class OversizedPageException extends JsonProcessingException {
  private final int fitting;

  /**
   * @param bytes what a page may measure
   * @param fitting how many of its objects did not exceed that yet
   */
  OversizedPageException(long bytes, int fitting) {
    super("a page of more than " + (bytes >> 20) + " MB");
    this.fitting = fitting;
  }

  int fitting() {
    return fitting;
  }
}
