package dev.sluice.transforms;

import java.io.Serializable;

/** What was spent before the first shard was read; throttling in milliseconds. */
public record PlanningCost(long requests, long retries, long throttledMs) implements Serializable {}
