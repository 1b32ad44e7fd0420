package dev.sluice.schemas.field;

/** Which column a field gets whose name and type are those of a field that is gone. */
public enum OnRecreate {
  /** The column of the field that is gone goes on. */
  TAKE_OVER,
  /** One of its own; the old one stays reserved. */
  NEW_COLUMN
}
