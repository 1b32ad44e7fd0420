package dev.sluice.transforms;

import dev.sluice.schemas.layout.ExitCode;
import dev.sluice.transforms.failure.JiraFailures;
import dev.sluice.transforms.jira.JiraException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What reading one shard came to, as its reader saw it.
 *
 * @param kind what was read: issues by JQL, a dimension, or nothing but ids
 * @param jql what was asked; null for a dimension
 * @param rangeFrom start of the shard's range, UTC; null for a dimension
 * @param rangeTo its end, exclusive; null when it is open
 * @param expected the server's count before reading; null when there is none
 * @param expectedAfter the server's count after reading, asked only when it could matter
 * @param rows objects handed on, each id once
 * @param received objects the server sent, repeats included
 * @param throttledMs time waited because Jira asked for it, milliseconds
 * @param bytes size of the bodies, decompressed
 * @param failure why the shard could not be read to its end; null when it was
 * @param historyMismatches issues whose history does not end at their current values
 * @param warnings what a person should know although nothing failed
 * @param leftOut of the rows, those that another shard of the run had first; later steps say so
 * @param listing what listing the shard's ids came to; null when its pages gave what was counted
 */
public record ShardReport(
    String shardId,
    Kind kind,
    @Nullable String jql,
    @Nullable Instant rangeFrom,
    @Nullable Instant rangeTo,
    @Nullable Long expected,
    @Nullable Long expectedAfter,
    long rows,
    long received,
    long pages,
    long requests,
    long retries,
    long throttledMs,
    long bytes,
    Instant startedAt,
    Instant finishedAt,
    @Nullable Failure failure,
    long historyMismatches,
    List<String> warnings,
    long leftOut,
    @Nullable Listing listing) {

  public ShardReport {
    warnings = List.copyOf(warnings);
  }

  /** Issues that the shard has and no other shard of the run. */
  long unique() {
    return rows - leftOut;
  }

  /** The same shard with what later steps add. */
  ShardReport with(List<ShardDetail> details) {
    List<String> remarks = new ArrayList<>(warnings);
    long gone = details.stream().mapToLong(ShardDetail::gone).sum();
    if (gone > 0) {
      remarks.add(
          gone
              + " issues of shard "
              + shardId
              + " were deleted while their histories, comments or worklogs were read: they are as"
              + " the search gave them");
    }
    return copy(details, failure == null ? firstFailure(details) : failure, remarks);
  }

  /** The same shard with more to say about it. */
  ShardReport remarking(List<String> remarks) {
    List<String> all = new ArrayList<>(warnings);
    all.addAll(remarks);
    return copy(List.of(), failure, all);
  }

  private ShardReport copy(
      List<ShardDetail> details, @Nullable Failure firstFailure, List<String> remarks) {
    return new ShardReport(
        shardId,
        kind,
        jql,
        rangeFrom,
        rangeTo,
        expected,
        expectedAfter,
        rows,
        received,
        pages,
        requests + sum(details, ShardDetail::requests),
        retries + sum(details, ShardDetail::retries),
        throttledMs + sum(details, ShardDetail::throttledMs),
        bytes + sum(details, ShardDetail::bytes),
        startedAt,
        finishedAt,
        firstFailure,
        historyMismatches + sum(details, ShardDetail::historyMismatches),
        remarks,
        leftOut + sum(details, ShardDetail::leftOut),
        listing);
  }

  private static long sum(List<ShardDetail> details, ToLongFunction<ShardDetail> number) {
    return details.stream().mapToLong(number).sum();
  }

  private static @Nullable Failure firstFailure(List<ShardDetail> details) {
    for (ShardDetail detail : details) {
      if (detail.failure() != null) {
        return detail.failure();
      }
    }
    return null;
  }

  /** What a shard holds. */
  public enum Kind {
    ISSUES,
    DIMENSION,
    CENSUS
  }

  /**
   * Why a shard could not be read.
   *
   * @param exitCode what the run ends with when this is the worst that happened
   * @param kind the class of the failure
   * @param message what happened
   * @param hint what to do
   * @param retryAt before this moment, UTC, asking again is pointless; null when Jira told none
   */
  public record Failure(
      ExitCode exitCode, String kind, String message, String hint, @Nullable Instant retryAt) {

    static Failure of(JiraException e) {
      return new Failure(
          JiraFailures.exitCode(e),
          e.getClass().getSimpleName(),
          String.valueOf(e.getMessage()),
          e.hint(),
          e instanceof JiraException.Unavailable unavailable
              ? unavailable.returnsAt().orElse(null)
              : null);
    }
  }
}
