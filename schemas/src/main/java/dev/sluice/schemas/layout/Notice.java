package dev.sluice.schemas.layout;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.Serializable;

/**
 * Something a run noticed that somebody should learn, once: what alerts are made of.
 *
 * @param topic what it is about in one word, such as {@code schema}
 * @param kind what happened in one word, which stays the same, such as {@code renamed}
 * @param subject what it happened to, as an id
 * @param message one line for people
 */
public record Notice(Severity severity, String topic, String kind, String subject, String message)
    implements Serializable {

  /** Whether anybody is to be disturbed. */
  public enum Severity {
    /** Somebody should be told now. */
    @JsonProperty("alert")
    ALERT,
    /** It is enough that it is written down. */
    @JsonProperty("note")
    NOTE
  }

  /** Returns whether somebody should be told now. */
  public boolean isAlert() {
    return severity == Severity.ALERT;
  }
}
