package dev.sluice.transforms;

import dev.sluice.transforms.ShardResult.Status;
import java.util.ArrayList;
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
    Listing listing = report.listing();
    String counted =
        listing == null ? countVerdict(report, tolerance) : listVerdict(report, listing, tolerance);
    if (!counted.isEmpty()) {
      return new ShardResult(report, files, deadLetters, Status.MISMATCH, counted);
    }
    if (listing == null) {
      return new ShardResult(report, files, deadLetters, Status.COMPLETE, "");
    }
    return new ShardResult(
        report.remarking(remarks(report, listing)),
        files,
        deadLetters,
        listing.fetched() > 0 ? Status.REREAD : Status.COMPLETE,
        "");
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
    if (report.kind() == ShardReport.Kind.ISSUES && rows + deadLetters != report.unique()) {
      return report.unique()
          + " issues were read, but "
          + rows
          + " were written and "
          + deadLetters
          + " set aside";
    }
    return "";
  }

  /** Everything that is listed was read, but is it everything that is counted? */
  private static String listVerdict(ShardReport report, Listing listing, double tolerance) {
    if (listing.isComplete(report.rows(), tolerance)) {
      return "";
    }
    return "Jira counts "
        + listing.recounted()
        + " issues ("
        + report.expected()
        + " before), but sent "
        + report.rows()
        + " and lists "
        + listing.listed()
        + (listing.unread() == 0 ? "" : ", of which " + listing.unread() + " cannot be read")
        + ": read the shard again, or narrow it";
  }

  private static List<String> remarks(ShardReport report, Listing listing) {
    List<String> remarks = new ArrayList<>();
    if (listing.fetched() > 0) {
      remarks.add(
          listing.fetched()
              + " issues of shard "
              + report.shardId()
              + " were missing from Jira's pages; they were found by listing its ids, and read");
    }
    if (listing.isShort(report.rows())) {
      remarks.add(
          "Jira counts "
              + listing.recounted()
              + " issues in shard "
              + report.shardId()
              + " but lists "
              + listing.listed()
              + ": its count is an estimate, and gate.count-tolerance allows the difference");
    }
    return remarks;
  }

  /**
   * While people work, the true number lies between the count before and the count after; outside
   * of both, by more than the tolerance, issues are missing or doubled.
   */
  private static String countVerdict(ShardReport report, double tolerance) {
    Long expected = report.expected();
    // Whoever took a census has counted too, and stopped if ids were missing.
    boolean counted = report.kind() == ShardReport.Kind.CENSUS;
    if (expected == null || counted || report.rows() == expected) {
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
