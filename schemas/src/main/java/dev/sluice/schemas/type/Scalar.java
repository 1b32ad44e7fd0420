package dev.sluice.schemas.type;

import java.util.Locale;

/** A type without parts. */
public enum Scalar implements Type {
  STRING,
  LONG,
  DOUBLE,
  BOOLEAN,
  /** An instant in UTC with microseconds, years 1 to 9999: the range every sink can hold. */
  TIMESTAMP,
  /** A calendar day without a zone, years 1 to 9999; never shifted. */
  DATE,
  /** Any JSON value as its text. */
  JSON;

  @Override
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
