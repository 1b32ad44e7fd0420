package dev.sluice.schemas.layout;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a pipeline knows between runs.
 *
 * @param format of this document; a reader refuses what is newer than it knows
 * @param revision counts up by one with every change, so that two writers notice each other
 * @param watermark everything updated before it is in the warehouse, UTC
 * @param lastRunId the last run that ended {@code ok}
 * @param lastSuccessAt when it did, UTC
 * @param schemaVersion the version of the field registry it used
 */
public record State(
    int format,
    long revision,
    String pipeline,
    @Nullable Instant watermark,
    @Nullable String lastRunId,
    @Nullable Instant lastSuccessAt,
    int schemaVersion) {

  /** The format this version writes. */
  public static final int FORMAT = 1;

  /** The state of a pipeline that never ran. */
  public static State initial(String pipeline) {
    return new State(FORMAT, 0, pipeline, null, null, null, 0);
  }

  /** The state after a run that ended {@code ok}. The watermark never moves backwards. */
  public State after(RunHeader run, Instant finishedAt) {
    Instant candidate = run.watermark();
    boolean moves = candidate != null && (watermark == null || candidate.isAfter(watermark));
    return new State(
        FORMAT,
        revision + 1,
        pipeline,
        moves ? candidate : watermark,
        run.runId(),
        finishedAt,
        Math.max(schemaVersion, run.schemaVersion()));
  }
}
