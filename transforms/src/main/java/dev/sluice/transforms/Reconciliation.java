package dev.sluice.transforms;

import dev.sluice.transforms.ShardResult.Status;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Decides whether a shard is complete: what was sent, what was counted and what was written. */
final class Reconciliation {

  private static final String DEAD_LETTER = "_dead_letter";
  private static final String ISSUE = "issue";

  private Reconciliation() {}

  static ShardResult of(ShardReport report, List<WrittenFile> files, double tolerance) {
    long deadLetters = rowsOf(DEAD_LETTER, files);
    String written = writtenVerdict(report, files, deadLetters);
    if (report.failure() != null) {
      return new ShardResult(report, files, deadLetters, Status.FAILED, report.failure().message());
    }
    if (!written.isEmpty()) {
      return new ShardResult(report, files, deadLetters, Status.MISMATCH, written);
    }
    String counted = countVerdict(report, tolerance);
    return new ShardResult(
        report, files, deadLetters, counted.isEmpty() ? Status.COMPLETE : Status.MISMATCH, counted);
  }

  private static String writtenVerdict(
      ShardReport report, List<WrittenFile> files, long deadLetters) {
    Set<String> paths = new HashSet<>();
    for (WrittenFile file : files) {
      if (!paths.add(file.file().path())) {
        return file.file().path() + " was written twice: the runner cut the shard's rows apart";
      }
    }
    long rows = rowsOf(ISSUE, files);
    if (report.kind() == ShardReport.Kind.ISSUES && rows + deadLetters != report.rows()) {
      return report.rows()
          + " issues were read, but "
          + rows
          + " were written and "
          + deadLetters
          + " set aside";
    }
    return "";
  }

  /**
   * While people work, the true number lies between the count before and the count after; outside
   * of both, by more than the tolerance, issues are missing or doubled.
   */
  private static String countVerdict(ShardReport report, double tolerance) {
    Long expected = report.expected();
    if (expected == null || report.rows() == expected) {
      return "";
    }
    long after = report.expectedAfter() == null ? expected : report.expectedAfter();
    long low = Math.min(expected, after);
    long high = Math.max(expected, after);
    if (report.rows() >= Math.floor(low * (1 - tolerance))
        && report.rows() <= Math.ceil(high * (1 + tolerance))) {
      return "";
    }
    return "Jira counts "
        + after
        + " issues ("
        + expected
        + " before), but sent "
        + report.rows()
        + ": read the shard again, or narrow it";
  }

  private static long rowsOf(String table, List<WrittenFile> files) {
    return files.stream()
        .filter(file -> file.table().equals(table))
        .mapToLong(file -> file.file().rows())
        .sum();
  }
}
