package dev.sluice.pipelines.config;

import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How a run gets into the dataset; one for as long as the dataset lives. */
public sealed interface WriteMode extends Serializable {

  /** Load jobs and one transaction. */
  record Merge() implements WriteMode {}

  /**
   * A stream of changes, which BigQuery applies itself.
   *
   * @param maxStaleness how old an answer may be; when null every query shows what was sent last
   */
  record Cdc(@Nullable Duration maxStaleness) implements WriteMode {}
}
