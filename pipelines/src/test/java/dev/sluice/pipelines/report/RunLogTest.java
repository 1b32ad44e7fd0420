package dev.sluice.pipelines.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schemas.layout.Documents;
import dev.sluice.schemas.layout.Interval;
import dev.sluice.schemas.layout.RunStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

final class RunLogTest {

  private static final Instant FIRST = Instant.parse("2025-11-24T08:00:00Z");

  @Test
  void aYearOfHourlyRunsIsKeptAsAMonthOfRunsAndElevenOfSums() {
    RunLog log = RunLog.EMPTY;
    for (int hour = 0; hour < 365 * 24; hour++) {
      log = log.with(run(hour, hour % 100 == 0 ? RunStatus.PARTIAL : RunStatus.OK));
    }

    assertThat(log.runs()).hasSize(RunLog.KEPT).isSortedAccordingTo(LoggedRun.BY_START);
    assertThat(log.months()).extracting(RunLog.Month::month).startsWith("2025-11").isSorted();
    assertThat(log.months().stream().mapToLong(RunLog.Month::runs).sum() + log.runs().size())
        .isEqualTo(365 * 24);
    assertThat(log.months().stream().mapToLong(RunLog.Month::partial).sum()).isEqualTo(81);
    assertThat(Documents.writeLine(log)).hasSizeLessThan(300_000);
    assertThat(IndexPage.of(log)).hasSizeLessThan(1_200_000);
  }

  @Test
  void aRunThatIsToldAgainStandsOnce() {
    RunLog log = RunLog.EMPTY.with(run(0, RunStatus.FAILED)).with(run(1, RunStatus.OK));

    RunLog again = log.with(run(0, RunStatus.OK));

    assertThat(again.runs())
        .extracting(LoggedRun::status)
        .containsExactly(RunStatus.OK, RunStatus.OK);
  }

  @Test
  void aRunOlderThanAllThatAreKeptGoesToItsMonth() {
    RunLog log = RunLog.EMPTY;
    for (int hour = 0; hour < RunLog.KEPT; hour++) {
      log = log.with(run(hour, RunStatus.OK));
    }

    RunLog older = log.with(run(-1_000, RunStatus.FAILED));

    assertThat(older.runs()).isEqualTo(log.runs());
    assertThat(older.months()).singleElement().extracting(RunLog.Month::failed).isEqualTo(1L);
  }

  @Test
  void aShortRunIsOpenUntilALaterOneHasReadAllOfIt() {
    RunLog open = RunLog.EMPTY.with(run(0, RunStatus.PARTIAL)).with(run(1, RunStatus.OK));
    LoggedRun longer = run(2, RunStatus.OK);
    LoggedRun whole =
        new LoggedRun(
            longer.runId(),
            RunStatus.OK,
            new Interval(FIRST.minus(Duration.ofDays(1)), FIRST.plus(Duration.ofDays(1))),
            longer.startedAt(),
            longer.finishedAt(),
            1,
            1,
            1,
            0,
            FIRST,
            null,
            true);

    assertThat(open.open())
        .extracting(LoggedRun::runId)
        .containsExactly(run(0, RunStatus.OK).runId());
    assertThat(open.with(whole).open()).isEmpty();
  }

  @Test
  void thePageTellsFreshnessFirstThenEveryIntervalWithItsRuns() {
    RunLog log = LogUnderTest.hourly();

    Document page = Jsoup.parse(IndexPage.of(log));

    assertThat(page.select("h1").text()).isEqualTo("●Complete up to 2026-11-24 07:50");
    assertThat(page.select("header .lead").text()).contains("The newest run ended ok at");
    assertThat(page.select("ol.grid li a")).hasSize(71);
    assertThat(page.select("table.intervals tbody tr")).hasSize(71);
    assertThat(page.select("table.intervals tbody tr").get(0).select("a").attr("href"))
        .isEqualTo("_sluice/runs/" + log.runs().get(70).runId() + "/report.html");
    assertThat(page.select("table.intervals .state.failed")).hasSize(1);
  }

  @Test
  void severalAttemptsAtAnIntervalShareItsLine() {
    LoggedRun first = run(0, RunStatus.PARTIAL);
    LoggedRun second =
        new LoggedRun(
            "20251124T083000Z-0002",
            RunStatus.OK,
            first.interval(),
            first.startedAt().plusSeconds(1_800),
            first.finishedAt().plusSeconds(1_800),
            7,
            7,
            7,
            0,
            FIRST,
            null,
            true);

    IntervalTable table = IntervalTable.of(List.of(first, second));

    assertThat(table.attempts()).containsExactly(List.of(first, second));
  }

  @Test
  void aWarehouseWithoutRunsHasAPageThatSaysSo() {
    assertThat(Jsoup.parse(IndexPage.of(RunLog.EMPTY)).text())
        .contains("Nothing is complete yet", "No run has come to an end.");
  }

  private static LoggedRun run(int hour, RunStatus status) {
    Instant start = FIRST.plus(Duration.ofHours(hour));
    Interval interval = new Interval(start.minus(Duration.ofHours(1)), start);
    return new LoggedRun(
        start.toString().replaceAll("[-:]", "") + "-0001",
        status,
        interval,
        start,
        start.plusSeconds(40),
        100,
        3_000,
        12,
        0,
        start,
        null,
        true);
  }
}
