package dev.sluice.transforms;

import dev.sluice.schemas.layout.ExitCode;
import dev.sluice.transforms.failure.JiraFailures;
import dev.sluice.transforms.jira.JiraException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What reading one shard came to, as its reader saw it.
 *
 * @param kind what was read: issues by JQL, or a dimension
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
    @Nullable Failure failure) {

  /** What a shard holds. */
  public enum Kind {
    ISSUES,
    DIMENSION
  }

  /**
   * Why a shard could not be read.
   *
   * @param exitCode what the run ends with when this is the worst that happened
   * @param kind the class of the failure
   * @param message what happened
   * @param hint what to do
   */
  public record Failure(ExitCode exitCode, String kind, String message, String hint) {

    static Failure of(JiraException e) {
      return new Failure(
          JiraFailures.exitCode(e),
          e.getClass().getSimpleName(),
          String.valueOf(e.getMessage()),
          e.hint());
    }
  }
}
