package dev.sluice.schemas.layout;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a run reads what it reads. */
public enum RunMode {
  /** There was no state: everything is read. */
  @JsonProperty("first")
  FIRST,
  /** From the last watermark on. */
  @JsonProperty("incremental")
  INCREMENTAL,
  /** An interval that the caller named. */
  @JsonProperty("interval")
  INTERVAL,
  /** Everything once more, because the caller asked. */
  @JsonProperty("full")
  FULL,
  /** Issues that earlier runs set aside, whenever they changed. */
  @JsonProperty("replay")
  REPLAY,
  /** What Jira lists is compared with what is known, whenever it changed. */
  @JsonProperty("sweep")
  SWEEP;

  /** The word used in every document and table. */
  public String word() {
    return switch (this) {
      case FIRST -> "first";
      case INCREMENTAL -> "incremental";
      case INTERVAL -> "interval";
      case FULL -> "full";
      case REPLAY -> "replay";
      case SWEEP -> "sweep";
    };
  }

  /** Whether the run reads everything by creation time, rather than what changed. */
  public boolean readsEverything() {
    return this == FIRST || this == FULL;
  }
}
