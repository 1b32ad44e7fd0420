package dev.sluice.schemas.layout;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a run tells the person or scheduler that started it, on success and on failure.
 *
 * @param rows rows published, by table
 * @param failedRows rows set aside in {@code _dead_letter}
 * @param requests every HTTP request sent, planning included
 * @param throttledMs time spent waiting because Jira asked for it, summed over threads,
 *     milliseconds
 * @param watermark the pipeline's watermark after the run, UTC
 * @param outputs where the data is
 * @param shards how the shards ended
 */
public record RunSummary(
    String runId,
    String pipeline,
    RunStatus status,
    @Nullable Interval interval,
    Instant startedAt,
    Instant finishedAt,
    Map<String, Long> rows,
    long failedRows,
    long requests,
    long requestsRetried,
    long throttledMs,
    @Nullable Instant watermark,
    List<String> outputs,
    @Nullable String dataflowJobId,
    Shards shards,
    int exitCode,
    @Nullable Failure error) {

  public RunSummary {
    rows = new TreeMap<>(rows);
    outputs = List.copyOf(outputs);
  }

  /**
   * How the shards ended.
   *
   * @param issuesExpected what the server counted before they were read
   * @param issuesReceived issues the server sent, repeats included
   * @param issuesRead issues read, each id once a shard
   */
  public record Shards(
      int planned,
      int complete,
      int mismatched,
      int failed,
      long issuesExpected,
      long issuesReceived,
      long issuesRead) {

    /** A run that never came to its shards. */
    public static Shards none() {
      return new Shards(0, 0, 0, 0, 0, 0, 0);
    }
  }

  /** Why a run did not end {@code ok}: the class of the failure, what happened, what to do. */
  public record Failure(@JsonProperty("class") String kind, String message, String hint) {}

  /** The same run as its launcher saw it end. */
  public RunSummary endedWith(int code, @Nullable Failure failure) {
    return new RunSummary(
        runId,
        pipeline,
        status,
        interval,
        startedAt,
        finishedAt,
        rows,
        failedRows,
        requests,
        requestsRetried,
        throttledMs,
        watermark,
        outputs,
        dataflowJobId,
        shards,
        code,
        failure);
  }
}
