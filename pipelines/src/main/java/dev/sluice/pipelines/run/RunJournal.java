package dev.sluice.pipelines.run;

import dev.sluice.pipelines.config.SluiceConfig;
import dev.sluice.schemas.layout.Interval;
import dev.sluice.schemas.layout.RunStatus;
import dev.sluice.schemas.layout.RunSummary;
import dev.sluice.schemas.layout.State;
import dev.sluice.transforms.jira.JiraClient;
import dev.sluice.transforms.jira.RequestStats;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.beam.sdk.PipelineResult;
import org.jspecify.annotations.Nullable;

/** How far a run has come, for the summary of one that fails. */
final class RunJournal {

  private final SluiceConfig config;
  private final Clock clock;
  private String runId;
  private Instant startedAt;
  private @Nullable Instant watermark;
  private @Nullable RunPlan plan;
  private Supplier<RequestStats> planning = () -> NOTHING_SPENT;
  private Supplier<Map<String, Long>> counters = Map::of;

  private static final RequestStats NOTHING_SPENT =
      new RequestStats(0, 0, Duration.ZERO, Duration.ZERO, 0);

  RunJournal(String runId, SluiceConfig config, Clock clock) {
    this.runId = runId;
    this.config = config;
    this.clock = clock;
    this.startedAt = clock.instant();
  }

  String runId() {
    return runId;
  }

  Instant startedAt() {
    return startedAt;
  }

  void found(Optional<State> state) {
    watermark = state.map(State::watermark).orElse(null);
  }

  void watch(JiraClient client) {
    planning = client::stats;
  }

  /** From here on it is the plan's run, which may have begun earlier. */
  void planned(RunPlan decided) {
    plan = decided;
    runId = decided.run().runId();
    startedAt = decided.run().startedAt();
  }

  boolean isPlanned() {
    return plan != null;
  }

  void watch(PipelineResult result) {
    counters = () -> PipelineWatch.counters(result);
  }

  /** The summary of a run that ends here. */
  RunSummary failed() {
    RequestStats before = planning.get();
    Map<String, Long> during = counters.get();
    return new RunSummary(
        runId,
        config.jira().site(),
        RunStatus.FAILED,
        plan == null ? null : interval(plan),
        startedAt,
        clock.instant(),
        Map.of(),
        0,
        before.requests() + during.getOrDefault("requests", 0L),
        before.retries() + during.getOrDefault("requests_retried", 0L),
        before.throttled().toMillis() + during.getOrDefault("throttled_ms", 0L),
        watermark,
        List.of(),
        null,
        shards(during),
        0,
        null,
        List.of(),
        null,
        List.of());
  }

  /** The summary of a run that goes on as a job elsewhere, for its launcher to end with. */
  RunSummary submitted(String jobId, String summaryPlace) {
    RunSummary before = failed();
    return new RunSummary(
        before.runId(),
        before.pipeline(),
        RunStatus.SUBMITTED,
        before.interval(),
        before.startedAt(),
        before.finishedAt(),
        before.rows(),
        before.failedRows(),
        before.requests(),
        before.requestsRetried(),
        before.throttledMs(),
        before.watermark(),
        List.of(summaryPlace),
        jobId,
        before.shards(),
        before.exitCode(),
        null,
        List.of(),
        null,
        List.of());
  }

  private RunSummary.Shards shards(Map<String, Long> during) {
    if (plan == null) {
      return RunSummary.Shards.none();
    }
    return new RunSummary.Shards(
        plan.shards().size(),
        Math.toIntExact(during.getOrDefault("shards_done", 0L)),
        0,
        0,
        plan.shards().stream().mapToLong(shard -> shard.expected()).sum(),
        during.getOrDefault("issues_read", 0L),
        during.getOrDefault("issues_read", 0L));
  }

  private static Interval interval(RunPlan plan) {
    return plan.run().interval();
  }
}
