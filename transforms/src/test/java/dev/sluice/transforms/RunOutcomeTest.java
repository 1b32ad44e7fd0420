package dev.sluice.transforms;

import static dev.sluice.transforms.ReconciliationTest.file;
import static dev.sluice.transforms.ReconciliationTest.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schemas.layout.ExitCode;
import dev.sluice.schemas.layout.RunStatus;
import dev.sluice.schemas.layout.RunSummary;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RunOutcomeTest {

  private static final ShardReport.Failure DOWN =
      new ShardReport.Failure(ExitCode.UNAVAILABLE, "Unavailable", "Jira is down", "wait", null);
  private static final ShardResult COMPLETE =
      Reconciliation.of(report(3, 3L, null, null), List.of(file("issue", 3)), 0);
  private static final ShardResult SHORT =
      Reconciliation.of(report(2, 3L, 3L, null), List.of(file("issue", 2)), 0);
  private static final ShardResult CUT_OFF =
      Reconciliation.of(report(2, 3L, null, DOWN), List.of(file("issue", 2)), 0);
  private static final ShardResult NOTHING =
      Reconciliation.of(report(0, 3L, null, DOWN), List.of(), 0);

  @Test
  void everythingCompleteIsOk() {
    RunOutcome outcome = outcome(0, COMPLETE);

    assertThat(outcome.status()).isEqualTo(RunStatus.OK);
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(outcome.problem()).isNull();
  }

  @Test
  void aRunWithoutShardsIsOk() {
    assertThat(outcome(0).status()).isEqualTo(RunStatus.OK);
  }

  @Test
  void aShortShardMakesTheRunPartialAndClosesTheGate() {
    RunOutcome outcome = outcome(0, COMPLETE, SHORT);

    assertThat(outcome.status()).isEqualTo(RunStatus.PARTIAL);
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.DATA_GATE);
    assertThat(outcome.problem()).extracting(RunSummary.Failure::kind).isEqualTo("CountMismatch");
  }

  @Test
  void aShardCutOffMakesTheRunPartialAndWorthRetrying() {
    RunOutcome outcome = outcome(0, COMPLETE, SHORT, CUT_OFF);

    assertThat(outcome.status()).isEqualTo(RunStatus.PARTIAL);
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
    assertThat(outcome.problem()).extracting(RunSummary.Failure::hint).isEqualTo("wait");
  }

  @Test
  void aRunThatCouldReadNothingFailed() {
    assertThat(outcome(0, NOTHING, NOTHING).status()).isEqualTo(RunStatus.FAILED);
  }

  @Test
  void deadLettersAboveTheGateMakeTheRunPartial() {
    ShardResult oneAside =
        Reconciliation.of(
            report(3, 3L, null, null), List.of(file("issue", 2), file("_dead_letter", 1)), 0);

    assertThat(outcome(0, oneAside).status()).isEqualTo(RunStatus.PARTIAL);
    assertThat(outcome(0, oneAside).exitCode()).isEqualTo(ExitCode.DATA_GATE);
    assertThat(outcome(1, oneAside).status()).isEqualTo(RunStatus.OK);
  }

  @Test
  void aHiddenProjectMakesTheRunPartialAndDenied() {
    RunOutcome outcome =
        new RunOutcome(Runs.header("r1"), new Gate(0, 0), List.of(COMPLETE), List.of("OPS", "HR"));

    assertThat(outcome.status()).isEqualTo(RunStatus.PARTIAL);
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.DENIED);
    assertThat(outcome.problem())
        .extracting(RunSummary.Failure::message)
        .asString()
        .contains("the projects OPS, HR");
  }

  @Test
  void theLatestMomentAtWhichJiraMayBeAskedAgainIsTold() {
    Instant later = Instant.parse("2026-11-24T09:00:00Z");
    RunOutcome outcome =
        outcome(
            0,
            limited(later.minusSeconds(60)),
            limited(later),
            CUT_OFF,
            limited(later.minusSeconds(9)));

    assertThat(outcome.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
    assertThat(outcome.problem()).extracting(RunSummary.Failure::retryAt).isEqualTo(later);
  }

  private static ShardResult limited(Instant until) {
    ShardReport.Failure quota =
        new ShardReport.Failure(ExitCode.UNAVAILABLE, "Unavailable", "quota", "wait", until);
    return Reconciliation.of(report(0, 3L, null, quota), List.of(), 0);
  }

  @Test
  void theSummaryAddsUpShardsAndPlanning() {
    RunSummary summary =
        outcome(0, COMPLETE, SHORT)
            .summary(Instant.EPOCH, new PlanningCost(5, 1, 20, List.of()), "/w/", null);

    assertThat(summary.requests()).isEqualTo(7);
    assertThat(summary.requestsRetried()).isEqualTo(1);
    assertThat(summary.throttledMs()).isEqualTo(20);
    assertThat(summary.rows()).containsEntry("issue", 5L);
    assertThat(summary.shards()).isEqualTo(new RunSummary.Shards(2, 1, 1, 0, 6, 5, 5));
    assertThat(summary.exitCode()).isEqualTo(65);
  }

  private static RunOutcome outcome(long deadLetters, ShardResult... results) {
    return new RunOutcome(Runs.header("r1"), new Gate(deadLetters, 0), List.of(results), List.of());
  }
}
