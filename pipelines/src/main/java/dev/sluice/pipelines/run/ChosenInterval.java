package dev.sluice.pipelines.run;

import dev.sluice.schemas.layout.Interval;
import dev.sluice.schemas.layout.RunMode;
import dev.sluice.transforms.jql.DateRange;
import dev.sluice.transforms.jql.RangeField;
import java.time.Instant;
import java.util.Optional;

/**
 * What a run reads.
 *
 * @param interval what counts as loaded when the run ends ok
 * @param range what is really asked for; open at its end where the newest changes are wanted too
 * @param watermark where the state's watermark goes when the run ends ok; empty leaves it
 */
public record ChosenInterval(
    RunMode mode, Interval interval, DateRange range, Optional<Instant> watermark) {

  /** The time of an issue that {@link #range()} is about. */
  public RangeField field() {
    return mode.readsEverything() ? RangeField.CREATED : RangeField.UPDATED;
  }
}
