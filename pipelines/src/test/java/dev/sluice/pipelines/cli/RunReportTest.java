package dev.sluice.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schemas.layout.ExitCode;
import dev.sluice.schemas.layout.Interval;
import dev.sluice.schemas.layout.RunStatus;
import dev.sluice.schemas.layout.RunSummary;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RunReportTest {

  private static final Instant START = Instant.parse("2026-11-24T08:15:00Z");

  @Test
  void aRunThatEndedWellIsToldInAGlance() {
    RunReport report = RunReport.of(summary(RunStatus.OK, 0, 120_034, null), false);

    assertThat(report.text(Style.PLAIN).replace(System.lineSeparator(), "\n"))
        .isEqualTo(
            """
            ok  run 20261124T081500Z-4f2a in 2:05 min

              interval     the beginning to 2026-11-24T08:05:00Z
              issues       120,034 read of 120,034 that Jira counted
              shards       49 of 50 complete, 1 short
              requests     1,290 (10.7 per 1,000 issues), 3 repeated, waited 4.5 s
              set aside    2 rows, with raw JSON and the JQL to fetch it again in table _dead_letter
              watermark    2026-11-24T08:05:00Z
              files        /data/warehouse/

              table           rows
              issue        120,034
              project           12""");
    assertThat(report.failure()).isEmpty();
  }

  @Test
  void aPartialRunSaysWhyOnStandardError() {
    RunSummary.Failure gate = new RunSummary.Failure("CountMismatch", "one short", "run again");

    RunReport report =
        RunReport.of(summary(RunStatus.PARTIAL, ExitCode.DATA_GATE.code(), 99, gate), true);

    assertThat(report.exitCode()).isEqualTo(ExitCode.DATA_GATE);
    assertThat(report.text(Style.PLAIN)).startsWith("partial  run");
    assertThat(report.failure())
        .contains(
            new FailureReport(
                ExitCode.DATA_GATE, "CountMismatch", List.of("one short"), "run again"));
  }

  @Test
  void nothingNewIsASuccessUnlessTheSchedulerWantsToKnow() {
    RunSummary nothing = summary(RunStatus.OK, 0, 0, null);

    assertThat(RunReport.of(nothing, false).exitCode()).isEqualTo(ExitCode.OK);
    assertThat(RunReport.of(nothing, true).exitCode()).isEqualTo(ExitCode.NO_NEW_DATA);
    assertThat(RunReport.of(nothing, true).summary().exitCode()).isEqualTo(99);
    assertThat(RunReport.of(summary(RunStatus.OK, 0, 1, null), true).exitCode())
        .isEqualTo(ExitCode.OK);
  }

  private static RunSummary summary(
      RunStatus status, int exitCode, long issues, RunSummary.@Nullable Failure error) {
    return new RunSummary(
        "20261124T081500Z-4f2a",
        "acme",
        status,
        new Interval(Instant.EPOCH, Instant.parse("2026-11-24T08:05:00Z")),
        START,
        START.plusSeconds(125),
        Map.of("issue", issues, "project", 12L),
        2,
        1_290,
        3,
        4_500,
        Instant.parse("2026-11-24T08:05:00Z"),
        List.of("/data/warehouse/"),
        null,
        new RunSummary.Shards(50, 49, 1, 0, issues, issues, issues),
        exitCode,
        error,
        List.of(),
        null,
        List.of());
  }
}
