package dev.sluice.schemas.avro;

/** How far a row has come. */
public enum Stage {
  /** Every instant is still the text Jira sent. */
  AS_SENT,
  /** Every instant is {@code timestamp-micros} in UTC: the form that is written. */
  UTC
}
