package dev.sluice.schemas.history;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which values at creation become rows of the history, besides the changes themselves. */
public enum HistoryInitial {
  /** Of every field that was not empty at creation. */
  NON_EMPTY,
  /** Of fields that changed since and were not empty at creation. */
  CHANGED,
  NONE;

  /** Returns the word configurations use: {@code non-empty}, {@code changed} or {@code none}. */
  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Reads what {@link #text} returns.
   *
   * @throws IllegalArgumentException for any other word, with the three there are
   */
  @JsonCreator
  public static HistoryInitial parse(String text) {
    for (HistoryInitial initial : values()) {
      if (initial.text().equals(text)) {
        return initial;
      }
    }
    throw new IllegalArgumentException("'" + text + "' is none of non-empty, changed, none");
  }
}
