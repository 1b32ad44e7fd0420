package dev.sluice.schemas.layout;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a run ended. "Partial" is never reported as success. */
public enum RunStatus {
  /** Every shard is complete and reconciled; the watermark moved. */
  @JsonProperty("ok")
  OK,
  /** What was read is published, but a shard is short or a gate failed; the watermark stays. */
  @JsonProperty("partial")
  PARTIAL,
  /** Nothing was published. */
  @JsonProperty("failed")
  FAILED,
  /** It goes on as a job elsewhere: only its launcher says so, never a document. */
  @JsonProperty("submitted")
  SUBMITTED;

  /** The word used in every document and table. */
  public String word() {
    return switch (this) {
      case OK -> "ok";
      case PARTIAL -> "partial";
      case FAILED -> "failed";
      case SUBMITTED -> "submitted";
    };
  }
}
