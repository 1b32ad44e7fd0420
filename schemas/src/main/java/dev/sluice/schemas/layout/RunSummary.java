package dev.sluice.schemas.layout;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.ArrayList;
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
 * @param warnings what a person should know although it made nothing fail
 * @param sweep what a sweep found; null for every other run
 * @param notices what somebody should learn, each by this run and no other
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
    @Nullable Failure error,
    List<String> warnings,
    @Nullable SweepCounts sweep,
    List<Notice> notices) {

  public RunSummary {
    rows = new TreeMap<>(rows);
    outputs = List.copyOf(outputs);
    // A summary written before there were warnings or notices has none.
    warnings = warnings == null ? List.of() : List.copyOf(warnings);
    notices = notices == null ? List.of() : List.copyOf(notices);
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

  /**
   * Why a run did not end {@code ok}.
   *
   * @param kind the class of the failure
   * @param message what happened
   * @param hint what to do
   * @param retryAt before this moment, UTC, starting again is pointless; null when Jira told none
   */
  public record Failure(
      @JsonProperty("class") String kind, String message, String hint, @Nullable Instant retryAt) {

    /** A failure of which nobody knows when it will be over. */
    public Failure(String kind, String message, String hint) {
      this(kind, message, hint, null);
    }
  }

  /** The same run, which was this job. */
  public RunSummary ofJob(String jobId) {
    return with(outputs, jobId, exitCode, error, warnings, notices);
  }

  /** The same run as its launcher saw it end. */
  public RunSummary endedWith(int code, @Nullable Failure failure) {
    return with(outputs, dataflowJobId, code, failure, warnings, notices);
  }

  /** The same run with what it noticed. */
  public RunSummary noticing(List<Notice> noticed) {
    return with(outputs, dataflowJobId, exitCode, error, warnings, noticed);
  }

  /** The same run with one more thing for people to know. */
  public RunSummary noting(String warning) {
    List<String> more = new ArrayList<>(warnings);
    more.add(warning);
    return with(outputs, dataflowJobId, exitCode, error, more, notices);
  }

  /** The same run with one more place where its data is. */
  public RunSummary alsoAt(String output) {
    List<String> more = new ArrayList<>(outputs);
    more.add(output);
    return with(more, dataflowJobId, exitCode, error, warnings, notices);
  }

  private RunSummary with(
      List<String> places,
      @Nullable String job,
      int code,
      @Nullable Failure failure,
      List<String> told,
      List<Notice> seen) {
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
        places,
        job,
        shards,
        code,
        failure,
        told,
        sweep,
        seen);
  }
}
