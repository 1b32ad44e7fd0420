package dev.sluice.pipelines.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What each section of a run's page has to say. */
final class SectionsTest {

  private static final RunFacts COMPLETE = RunsUnderTest.complete();
  private static final RunFacts PARTIAL = RunsUnderTest.partial();
  private static final RunFacts FAILED = RunsUnderTest.failed();

  @Test
  void aCompleteRunMissesNothingAndAsksForNothing() {
    Verdict verdict = Verdict.of(COMPLETE);

    assertThat(verdict.word()).isEqualTo("Complete");
    assertThat(verdict.sentence()).startsWith("All 24 shards agree with Jira’s own counts: ");
    assertThat(verdict.missing()).isEmpty();
    assertThat(verdict.todo()).isEmpty();
  }

  @Test
  void aPartialRunNamesWhatIsMissingAndWhatToDo() {
    Verdict verdict = Verdict.of(PARTIAL);

    assertThat(verdict.word()).isEqualTo("Partial");
    assertThat(verdict.missing())
        .containsExactly(
            "Shard s0003 mismatch: Jira counts 2010 issues, but sent 1998",
            "Shard s0007 failed: Jira answered 503 to 6 attempts",
            "2 issues set aside with the raw JSON in table _dead_letter.");
    assertThat(verdict.why()).contains(RunsUnderTest.SHORT.message());
    assertThat(verdict.todo())
        .containsExactly(
            RunsUnderTest.SHORT.hint(),
            "Starting it again helps only when that is done. The next ‘sluice run’ reads again what"
                + " changed since 2026-11-17 07:50 UTC.");
  }

  @Test
  void aFailedRunSaysThatNothingChangedWhenToComeBackAndWhatIsKept() {
    Verdict verdict = Verdict.of(FAILED);

    assertThat(verdict.word()).isEqualTo("Failed");
    assertThat(verdict.sentence()).startsWith("Nothing was published");
    assertThat(verdict.missing())
        .containsExactly("Everything of this interval: up to 2026-11-24 07:50.");
    assertThat(verdict.todo())
        .contains("start again later", "Jira refuses until 2026-11-24 09:00 UTC: not before.")
        .last()
        .asString()
        .startsWith("Starting it again may be enough.")
        .endsWith("It goes on after the 2 shards that are finished.");
  }

  @Test
  void rowsStandBesideThoseOfTheRunBefore() {
    RowsSection rows = RowsSection.of(COMPLETE);

    assertThat(rows.lines()).extracting(RowsSection.Line::table).isSorted().contains("issue");
    assertThat(rows.lines()).allSatisfy(line -> assertThat(line.before()).isPresent());
    assertThat(RowsSection.of(FAILED).element(new Links(Optional.empty(), Optional.empty())))
        .as("a run that published nothing has none")
        .isEmpty();
  }

  @Test
  void whatCameShortIsFirstAmongTheQueriesAndWhatWasNotReadIsThere() {
    assertThat(QueriesSection.of(PARTIAL).lines())
        .hasSize(24)
        .extracting(QueriesSection.Line::id)
        .startsWith("s0003", "s0007", "s0000");
    assertThat(QueriesSection.of(FAILED).lines())
        .hasSize(24)
        .filteredOn(line -> line.facts().isEmpty())
        .hasSize(22);
  }

  @Test
  void coverageKnowsTheNamesOfCustomFields() {
    CoverageSection coverage = CoverageSection.of(COMPLETE).orElseThrow();

    assertThat(coverage.lines())
        .filteredOn(line -> line.column().equals("campaign_budget"))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.field().orElseThrow().name()).isEqualTo("Campaign Budget");
              assertThat(line.filled()).isBetween(1L, coverage.issues() - 1);
            });
    assertThat(coverage.element().toString())
        .contains("Always filled (6)", "Never filled (2)", "environment");
  }

  @Test
  void requestsAreToldAgainstTheBudget() {
    RequestsSection requests = RequestsSection.of(COMPLETE);

    assertThat(requests.budget()).contains(10.0);
    assertThat(requests.element(true).orElseThrow().toString())
        .contains("class=\"limit\"", "the line is the budget, 10.0 a second", "repeated");
  }

  @Test
  void whatDidNotHappenHasNoSection() {
    assertThat(new ChangesSection(List.of()).element()).isEmpty();
    assertThat(SetAsideSection.of(COMPLETE).element(new Links(Optional.empty(), Optional.empty())))
        .isEmpty();
    assertThat(DaysSection.of(FAILED)).isEmpty();
    assertThat(CoverageSection.of(FAILED)).isEmpty();
  }
}
