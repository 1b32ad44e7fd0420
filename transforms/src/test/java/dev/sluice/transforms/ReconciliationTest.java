package dev.sluice.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schemas.layout.ExitCode;
import dev.sluice.schemas.layout.Manifest;
import dev.sluice.transforms.ShardResult.Status;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ReconciliationTest {

  @Test
  void aShardThatHoldsWhatJiraCountedIsComplete() {
    ShardResult result = Reconciliation.of(report(3, 3L, null), List.of(file("issue", 3)), 0);

    assertThat(result.status()).isEqualTo(Status.COMPLETE);
    assertThat(result.verdict()).isEmpty();
  }

  @Test
  void deadLettersCountAsAccountedFor() {
    ShardResult result =
        Reconciliation.of(
            report(3, 3L, null), List.of(file("issue", 2), file("_dead_letter", 1)), 0);

    assertThat(result.status()).isEqualTo(Status.COMPLETE);
    assertThat(result.deadLetters()).isEqualTo(1);
  }

  @Test
  void oneIssueShortIsAMismatchWhereJiraCountsExactly() {
    ShardResult result =
        Reconciliation.of(report(9_999, 10_000L, 10_000L), List.of(file("issue", 9_999)), 0);

    assertThat(result.status()).isEqualTo(Status.MISMATCH);
    assertThat(result.verdict()).contains("10000").contains("9999");
  }

  @Test
  void driftBetweenTheTwoCountsIsNoMismatch() {
    assertThat(Reconciliation.of(report(11, 10L, 12L), List.of(file("issue", 11)), 0).status())
        .isEqualTo(Status.COMPLETE);
    assertThat(Reconciliation.of(report(9, 10L, 12L), List.of(file("issue", 9)), 0).status())
        .isEqualTo(Status.MISMATCH);
  }

  @Test
  void anEstimateMayBeOffByTheTolerance() {
    assertThat(
            Reconciliation.of(report(999, 1_000L, 1_000L), List.of(file("issue", 999)), 0.001)
                .status())
        .isEqualTo(Status.COMPLETE);
    assertThat(
            Reconciliation.of(report(997, 1_000L, 1_000L), List.of(file("issue", 997)), 0.001)
                .status())
        .isEqualTo(Status.MISMATCH);
  }

  @Test
  void whatIsListedButCannotBeReadIsAMismatchThoughTheCountAgrees() {
    Listing listing = new Listing(10, 10, false, 10, 1, 0);

    ShardResult result = Reconciliation.of(listed(9, listing), List.of(file("issue", 9)), 0);

    assertThat(result.status()).isEqualTo(Status.MISMATCH);
    assertThat(result.verdict()).contains("lists 10, of which 1 cannot be read");
  }

  @Test
  void moreThanJiraCountsIsWhatLeftMeanwhile() {
    Listing listing = new Listing(10, 10, false, 10, 0, 0);

    ShardResult result = Reconciliation.of(listed(12, listing), List.of(file("issue", 12)), 0);

    assertThat(result.status()).isEqualTo(Status.COMPLETE);
    assertThat(result.report().warnings()).isEmpty();
  }

  @Test
  void asManyAsJiraCountsTwiceAreAllEvenIfItsListIsShort() {
    Listing steady = new Listing(10, 10, true, 9, 0, 0);
    Listing moving = new Listing(10, 10, false, 9, 0, 0);

    assertThat(Reconciliation.of(listed(10, steady), List.of(file("issue", 10)), 0).status())
        .isEqualTo(Status.COMPLETE);
    assertThat(Reconciliation.of(listed(10, moving), List.of(file("issue", 10)), 0).status())
        .isEqualTo(Status.MISMATCH);
  }

  @Test
  void issuesThatAnotherShardHadFirstAreAccountedFor() {
    ShardReport read = report(10, 10L, null).with(List.of(ShardDetail.ofLeftOut("s0001", 4)));

    ShardResult result = Reconciliation.of(read, List.of(file("issue", 6)), 0);

    assertThat(result.status()).isEqualTo(Status.COMPLETE);
    assertThat(result.report().unique()).isEqualTo(6);
  }

  @Test
  void rowsLostOnTheWayToTheFileAreAMismatch() {
    ShardResult result = Reconciliation.of(report(3, 3L, null), List.of(file("issue", 2)), 0.5);

    assertThat(result.status()).isEqualTo(Status.MISMATCH);
    assertThat(result.verdict()).contains("3 issues were read, but 2 were written");
  }

  @Test
  void aFileWrittenTwiceIsRefused() {
    ShardResult result =
        Reconciliation.of(report(4, 4L, null), List.of(file("issue", 2), file("issue", 2)), 0);

    assertThat(result.status()).isEqualTo(Status.MISMATCH);
    assertThat(result.verdict()).contains("written twice");
  }

  @Test
  void aShardThatCouldNotBeReadSaysWhy() {
    ShardReport.Failure down =
        new ShardReport.Failure(ExitCode.UNAVAILABLE, "Unavailable", "Jira is down", "wait", null);
    ShardReport failed = report(1, 3L, null, down);

    ShardResult result = Reconciliation.of(failed, List.of(file("issue", 1)), 0);

    assertThat(result.status()).isEqualTo(Status.FAILED);
    assertThat(result.verdict()).isEqualTo("Jira is down");
  }

  private static ShardReport listed(long rows, Listing listing) {
    return new ShardReport(
        "s0001",
        ShardReport.Kind.ISSUES,
        "created >= 0 ORDER BY created ASC, key ASC",
        Instant.EPOCH,
        null,
        11L,
        listing.recounted(),
        rows,
        rows,
        1,
        1,
        0,
        0,
        100,
        Instant.EPOCH,
        Instant.EPOCH,
        null,
        0,
        List.of(),
        0,
        listing);
  }

  private static ShardReport report(long rows, Long expected, @Nullable Long after) {
    return report(rows, expected, after, null);
  }

  static ShardReport report(
      long rows,
      @Nullable Long expected,
      @Nullable Long after,
      ShardReport.@Nullable Failure failure) {
    return new ShardReport(
        "s0001",
        ShardReport.Kind.ISSUES,
        "created >= 0 ORDER BY created ASC, key ASC",
        Instant.EPOCH,
        null,
        expected,
        after,
        rows,
        rows,
        1,
        1,
        0,
        0,
        100,
        Instant.EPOCH,
        Instant.EPOCH,
        failure,
        0,
        List.of(),
        0,
        null);
  }

  static WrittenFile file(String table, long rows) {
    return new WrittenFile(
        "s0001", table, new Manifest.DataFile(table + "/s0001.avro", rows, 10, "c0ffee"));
  }
}
