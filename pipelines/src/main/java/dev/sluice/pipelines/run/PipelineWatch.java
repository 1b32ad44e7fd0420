package dev.sluice.pipelines.run;

import dev.sluice.transforms.Progress;
import dev.sluice.transforms.jira.Budget;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricResult;
import org.apache.beam.sdk.metrics.MetricsFilter;

/** Waits for a pipeline and tells a listener how far it is. */
final class PipelineWatch {

  private static final org.joda.time.Duration BETWEEN_LOOKS =
      org.joda.time.Duration.standardSeconds(1);
  private static final MetricsFilter OURS =
      MetricsFilter.builder()
          .addNameFilter(MetricNameFilter.inNamespace(Progress.NAMESPACE))
          .build();

  private final RunPlan plan;
  private final Budget budget;
  private final Clock clock;
  private final RunListener listener;
  private final long receivedBefore = Progress.receivedInThisJvm();

  PipelineWatch(RunPlan plan, Budget budget, Clock clock, RunListener listener) {
    this.plan = plan;
    this.budget = budget;
    this.clock = clock;
    this.listener = listener;
  }

  /** Returns how the pipeline ended, when it has; what it throws is what made it fail. */
  PipelineResult.State await(PipelineResult result) {
    Instant started = clock.instant();
    PipelineResult.State state = null;
    while (state == null || !state.isTerminal()) {
      state = result.waitUntilFinish(BETWEEN_LOOKS);
      listener.progress(progress(counters(result), Duration.between(started, clock.instant())));
    }
    return state;
  }

  /** The counters of a pipeline so far, by name. */
  static Map<String, Long> counters(PipelineResult result) {
    Map<String, Long> counters = new HashMap<>();
    for (MetricResult<Long> counter : result.metrics().queryMetrics(OURS).getCounters()) {
      counters.merge(counter.getName().getName(), counter.getAttempted(), Long::sum);
    }
    return counters;
  }

  private RunProgress progress(Map<String, Long> counters, Duration elapsed) {
    Budget.Statistics used = budget.statistics();
    return new RunProgress(
        elapsed,
        Math.toIntExact(counters.getOrDefault("shards_done", 0L)),
        plan.shards().size(),
        Math.max(
            counters.getOrDefault("issues_read", 0L),
            Progress.receivedInThisJvm() - receivedBefore),
        plan.shards().stream().mapToLong(shard -> shard.expected()).sum(),
        used.currentRate(),
        used.allowedRate(),
        Duration.ofMillis(counters.getOrDefault("throttled_ms", 0L)));
  }
}
