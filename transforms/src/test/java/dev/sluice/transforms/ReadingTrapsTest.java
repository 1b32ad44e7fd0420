package dev.sluice.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.simulator.api.Edition;
import dev.sluice.transforms.ShardResult.Status;
import dev.sluice.transforms.jira.JiraClient;
import dev.sluice.transforms.jql.Shard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads one shard of 600 issues from servers that behave as servers do. */
final class ReadingTrapsTest {

  private static final int UNDISTURBED = 6;

  @TempDir Path folder;

  private final List<String> ids = new ArrayList<>();

  @Test
  void trap7RowsThatLeaveTheFrontOfAWalkHideNoNeighbour() {
    ShardReport report = everythingIsRead(Edition.DATA_CENTER, "leaving-rows=2");

    assertThat(report.requests()).as("one page again, then pages overlap by more").isEqualTo(8);
  }

  @Test
  void trap7RowsThatEnterAtTheFrontAreFetchedAfterwards() {
    List<Long> first = SimulatedJira.ids().stream().limit(7).map(Long::valueOf).toList();
    Shard shard = planned(Edition.DATA_CENTER);
    try (SimulatedJira jira =
        SimulatedJira.start(
            Edition.DATA_CENTER,
            folder,
            (live, number) -> {
              if (number == 1) {
                first.forEach(live::hide);
              }
              if (number == 4) {
                first.forEach(live::restore);
              }
            })) {
      ShardReport report = read(jira, shard, 0);

      assertThat(ids).containsExactlyInAnyOrderElementsOf(SimulatedJira.ids());
      assertThat(report.listing()).isEqualTo(new Listing(600, 600, true, 600, 0, 7));
      assertThat(verdict(report, 0).status()).isEqualTo(Status.REREAD);
      assertThat(report.requests()).as("the ids, those missing, a count").isLessThan(7 + 3 + 1);
    }
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void trap8AnIssueThatVanishesForOneQueryIsFetchedAfterwards(Edition edition) {
    ShardReport report = everythingIsRead(edition, "vanishing=60%");

    assertThat(report.listing()).isNotNull();
    assertThat(verdict(report, 0).status()).isEqualTo(Status.REREAD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"short-pages=60%", "empty-pages=60%"})
  void trap10AShortOrEmptyPageIsNotTheEnd(String fault) {
    assertThat(everythingIsRead(Edition.CLOUD, fault).listing()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"lying-last", "lying-more", "no-last"})
  void trap11OnlyTheTokenTellsWhetherThereIsMore(String fault) {
    assertThat(everythingIsRead(Edition.CLOUD, fault).requests()).isEqualTo(UNDISTURBED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"repeated-token", "stuck-token"})
  void trap12TheSameTokenForEverIsANamedFailure(String fault) {
    ShardReport report = read(Edition.CLOUD, 0, fault);

    assertThat(report.failure()).isNotNull();
    assertThat(Objects.requireNonNull(report.failure()).message())
        .contains("would never end", "was given before");
    assertThat(report.requests()).isLessThan(5);
    assertThat(verdict(report, 0).status()).isEqualTo(Status.FAILED);
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void trap13IssuesThatAreCountedAndNeverListedAreAMismatch(Edition edition) {
    ShardReport report = read(edition, 0, "hidden-issues=200");

    assertThat(report.rows()).isBetween(590L, 599L);
    assertThat(verdict(report, 0).status()).isEqualTo(Status.MISMATCH);
    // Data Center is asked again before the end of a walk is believed that is short of its total.
    assertThat(report.requests())
        .isLessThanOrEqualTo(UNDISTURBED + (edition == Edition.CLOUD ? 6 : 18));
  }

  @Test
  void trap14ACountThatIsOffByMoreThanTheToleranceIsAMismatch() {
    ShardReport report = readExpecting(630, 0.01, "count-off=5%");

    assertThat(report.rows()).isEqualTo(600);
    assertThat(verdict(report, 0.01).status()).isEqualTo(Status.MISMATCH);
  }

  @Test
  void trap14ACountThatIsOffByLessIsReportedOnly() {
    ShardReport report = readExpecting(630, 0.06, "count-off=5%");

    assertThat(verdict(report, 0.06).status()).isEqualTo(Status.COMPLETE);
    assertThat(verdict(report, 0.06).report().warnings()).hasSize(1);
    assertThat(report.requests()).isEqualTo(UNDISTURBED + 2);
  }

  @Test
  void trap14ACountThatIsTooLowLosesNothing() {
    ShardReport report = readExpecting(570, 0, "count-off=-5%");

    assertThat(report.rows()).isEqualTo(600);
    assertThat(verdict(report, 0).status()).isEqualTo(Status.COMPLETE);
    assertThat(verdict(report, 0).report().warnings()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void trap15EverySearchNamesItsFields(Edition edition) {
    try (SimulatedJira jira = SimulatedJira.start(edition, folder);
        JiraProxy proxy = new JiraProxy(jira.simulator().baseUri(), asked -> Optional.empty());
        JiraClient client = JiraClient.open(jira.connection(proxy.uri()))) {
      Shard shard = jira.shards(5_000).get(0);
      Shard expectingMore = ShardReaderTest.expecting(shard, 601);

      new ShardReader(client, 100, 0).read(expectingMore, issue -> {});

      assertThat(proxy.asked())
          .filteredOn(asked -> asked.isFor("/search") && !asked.isFor("approximate-count"))
          .hasSizeGreaterThan(UNDISTURBED)
          .allSatisfy(asked -> assertThat(asked.body()).contains("\"fields\":[\""));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"lowered-pages=30", "long-pages=3"})
  void trap18APageThatIsNotAsLongAsWasAskedForCostsNoRow(String fault) {
    assertThat(everythingIsRead(Edition.DATA_CENTER, fault).listing()).isNull();
  }

  @Test
  void trap19ATotalThatGoesUpAndDownEndsNoWalkEarly() {
    assertThat(everythingIsRead(Edition.DATA_CENTER, "drifting-total=150").listing()).isNull();
  }

  @Test
  void trap20WhatLiesBeyondTheWindowIsAskedForByItsTime() {
    ShardReport report = everythingIsRead(Edition.DATA_CENTER, "result-window=250");

    assertThat(report.listing()).as("the walk was whole").isNull();
    assertThat(report.requests()).isLessThanOrEqualTo(2 * UNDISTURBED);
  }

  @Test
  void trap21TiesInAnotherOrderWithEveryPageHideNothing() {
    everythingIsRead(Edition.DATA_CENTER, "shuffled-ties");
  }

  @Test
  void trap46ATokenThatIsTooOldBeginsTheWalkAnew() {
    ShardReport report = everythingIsRead(Edition.CLOUD, "expired-token=3");

    assertThat(report.listing()).isNull();
    assertThat(report.requests()).isEqualTo(UNDISTURBED + 4);
  }

  private ShardReport everythingIsRead(Edition edition, String... faults) {
    ShardReport report = read(edition, 0, faults);

    assertThat(ids).containsExactlyInAnyOrderElementsOf(SimulatedJira.ids());
    assertThat(report.rows()).isEqualTo(600);
    ShardResult result = verdict(report, 0);
    assertThat(result.status()).as(result.verdict()).isIn(Status.COMPLETE, Status.REREAD);
    return report;
  }

  private ShardReport read(Edition edition, double tolerance, String... faults) {
    Shard shard = planned(edition);
    try (SimulatedJira jira = SimulatedJira.start(edition, folder, faults)) {
      return read(jira, shard, tolerance);
    }
  }

  private ShardReport readExpecting(long issues, double tolerance, String fault) {
    Shard shard = ShardReaderTest.expecting(planned(Edition.CLOUD), issues);
    try (SimulatedJira jira = SimulatedJira.start(Edition.CLOUD, folder, fault)) {
      return read(jira, shard, tolerance);
    }
  }

  private Shard planned(Edition edition) {
    try (SimulatedJira jira = SimulatedJira.start(edition, folder)) {
      return jira.shards(5_000).get(0);
    }
  }

  private ShardReport read(SimulatedJira jira, Shard shard, double tolerance) {
    try (JiraClient client = JiraClient.open(jira.connection())) {
      return new ShardReader(client, 100, tolerance)
          .read(shard, issue -> ids.add(IssueIds.idOf(issue.json(), issue.position())));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static ShardResult verdict(ShardReport report, double tolerance) {
    return ShardReaderTest.verdict(report, tolerance);
  }
}
