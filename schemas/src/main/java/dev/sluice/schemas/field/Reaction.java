package dev.sluice.schemas.field;

/** What a change is worth. */
public enum Reaction {
  /** It is written down, and somebody is told. */
  ALERT,
  /** It is written down. */
  RECORD,
  /** The run ends before anything is written. */
  FAIL
}
