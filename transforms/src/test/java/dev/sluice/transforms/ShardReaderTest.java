package dev.sluice.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.simulator.api.Edition;
import dev.sluice.transforms.jira.JiraClient;
import dev.sluice.transforms.jira.JiraConnection;
import dev.sluice.transforms.jql.Shard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ShardReaderTest {

  private static final double A_THOUSANDTH = 0.001;

  @TempDir Path folder;

  private final List<RawIssue> read = new ArrayList<>();

  @ParameterizedTest
  @EnumSource(Edition.class)
  void aShardThatNobodyDisturbsCostsItsPagesAndNothingElse(Edition edition) {
    try (SimulatedJira jira = SimulatedJira.start(edition, folder)) {
      ShardReport report = read(jira.connection(), whole(jira), 0);

      assertThat(ids()).containsExactlyInAnyOrderElementsOf(SimulatedJira.ids());
      assertThat(report.requests()).isEqualTo(6);
      assertThat(report.listing()).isNull();
      assertThat(report.expectedAfter()).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void trap13WhatAWalkThatEndsEarlyLeavesOutIsFoundByItsIds(Edition edition) {
    try (SimulatedJira jira = SimulatedJira.start(edition, folder, "early-end=250")) {
      ShardReport report = read(jira.connection(), whole(jira), 0);

      assertThat(ids()).containsExactlyInAnyOrderElementsOf(SimulatedJira.ids());
      assertThat(read.stream().map(RawIssue::position)).doesNotHaveDuplicates();
      assertThat(report.rows()).isEqualTo(600);
      assertThat(report.expectedAfter()).isEqualTo(600);
      assertThat(report.listing()).isEqualTo(new Listing(600, 600, true, 600, 0, 350));
      assertThat(verdict(report, 0).status()).isEqualTo(ShardResult.Status.REREAD);
      assertThat(verdict(report, 0).report().warnings())
          .singleElement()
          .asString()
          .contains("350 issues", "missing from Jira's pages");
      // Three pages, the ids, a count, all ids in three pieces, the others by id, a count. Data
      // Center is asked again before an empty page is believed.
      assertThat(report.requests())
          .isLessThanOrEqualTo(edition == Edition.CLOUD ? 3 + 1 + 1 + 4 + 4 + 1 : 30);
    }
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void oneIssueThatIsCountedAndNeverListedIsAMismatchWhereCountsAreExact(Edition edition) {
    String hidden = SimulatedJira.ids().get(320);
    try (SimulatedJira jira = SimulatedJira.start(edition, folder);
        JiraProxy proxy =
            new JiraProxy(
                jira.simulator().baseUri(),
                asked -> Optional.empty(),
                new Hiding(Set.of(hidden)))) {
      ShardReport report = read(jira.connection(proxy.uri()), whole(jira), 0);

      assertThat(ids()).hasSize(599).doesNotContain(hidden);
      assertThat(report.failure()).isNull();
      assertThat(report.listing()).isEqualTo(new Listing(600, 600, true, 599, 0, 0));
      ShardResult result = verdict(report, 0);
      assertThat(result.status()).isEqualTo(ShardResult.Status.MISMATCH);
      assertThat(result.verdict()).contains("counts 600", "sent 599", "lists 599");
      assertThat(report.requests()).as("it is given up when nothing changes").isLessThan(6 + 10);
    }
  }

  @Test
  void trap14AnEstimateOffByLittleIsReportedAndLooksNoFurther() {
    try (SimulatedJira jira = SimulatedJira.start(Edition.CLOUD, folder);
        JiraProxy proxy = counting(jira, 601)) {
      ShardReport report = read(jira.connection(proxy.uri()), expecting(whole(jira), 601), 0.002);

      assertThat(report.requests()).as("the pages, the ids, and a count").isEqualTo(6 + 2);
      ShardResult result = verdict(report, 0.002);
      assertThat(result.status()).isEqualTo(ShardResult.Status.COMPLETE);
      assertThat(result.report().warnings())
          .singleElement()
          .asString()
          .contains("counts 601", "lists 600", "gate.count-tolerance");
    }
  }

  @Test
  void trap14AnEstimateOffByMoreThanTheToleranceIsAMismatch() {
    try (SimulatedJira jira = SimulatedJira.start(Edition.CLOUD, folder);
        JiraProxy proxy = counting(jira, 650)) {
      ShardReport report =
          read(jira.connection(proxy.uri()), expecting(whole(jira), 650), A_THOUSANDTH);

      assertThat(verdict(report, A_THOUSANDTH).status()).isEqualTo(ShardResult.Status.MISMATCH);
    }
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void driftByPeopleWorkingMeanwhileIsNoMismatchAndNoWarning(Edition edition) {
    try (SimulatedJira jira = SimulatedJira.start(edition, folder)) {
      ShardReport report = read(jira.connection(), expecting(whole(jira), 590), 0);

      assertThat(report.rows()).isEqualTo(600);
      assertThat(report.expectedAfter()).isEqualTo(600);
      assertThat(report.requests()).isEqualTo(6 + 2);
      ShardResult result = verdict(report, 0);
      assertThat(result.status()).isEqualTo(ShardResult.Status.COMPLETE);
      assertThat(result.report().warnings()).isEmpty();
    }
  }

  @Test
  void aCountThatIsRefusedAfterwardsFailsTheShardAndNotTheRun() {
    try (SimulatedJira jira = SimulatedJira.start(Edition.CLOUD, folder);
        JiraProxy proxy =
            JiraProxy.answering(jira.simulator().baseUri(), "approximate-count", 503, "{}")) {
      ShardReport report = read(jira.connection(proxy.uri()), expecting(whole(jira), 590), 0);

      assertThat(report.rows()).isEqualTo(600);
      assertThat(report.failure()).extracting(ShardReport.Failure::kind).isEqualTo("Unavailable");
    }
  }

  @Test
  void trap46ATokenThatExpiresBeginsTheWalkAnewOnceAndNothingComesTwice() {
    AtomicInteger pages = new AtomicInteger();
    try (SimulatedJira jira = SimulatedJira.start(Edition.CLOUD, folder);
        JiraProxy proxy =
            answering(jira, asked -> asked.isFor("/search/jql") && pages.incrementAndGet() == 4)) {
      ShardReport report = read(jira.connection(proxy.uri()), whole(jira), 0);

      assertThat(ids()).containsExactlyInAnyOrderElementsOf(SimulatedJira.ids());
      assertThat(report.failure()).isNull();
      assertThat(report.rows()).isEqualTo(600);
      assertThat(report.received()).as("three pages came twice").isEqualTo(900);
    }
  }

  @Test
  void trap12ATokenThatComesForEverIsANamedFailureOfItsShard() {
    try (SimulatedJira jira = SimulatedJira.start(Edition.CLOUD, folder, "repeated-token")) {
      ShardReport report = read(jira.connection(), whole(jira), 0);

      assertThat(report.failure())
          .satisfies(
              failure -> {
                assertThat(failure.kind()).isEqualTo("Malformed");
                assertThat(failure.message()).contains("would never end", "token of page 2");
              });
      assertThat(report.requests()).isLessThan(5);
    }
  }

  private ShardReport read(JiraConnection connection, Shard shard, double tolerance) {
    try (JiraClient client = JiraClient.open(connection)) {
      return new ShardReader(client, 100, tolerance).read(shard, read::add);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private List<String> ids() {
    return read.stream().map(issue -> IssueIds.idOf(issue.json(), issue.position())).toList();
  }

  private static Shard whole(SimulatedJira jira) {
    return jira.shards(5_000).get(0);
  }

  static Shard expecting(Shard shard, long issues) {
    return new Shard(
        shard.id(), shard.ordinal(), shard.field(), shard.range(), shard.jql(), issues);
  }

  static ShardResult verdict(ShardReport report, double tolerance) {
    return Reconciliation.of(
        report, List.of(ReconciliationTest.file("issue", report.rows())), tolerance);
  }

  private static JiraProxy counting(SimulatedJira jira, long issues) {
    return new JiraProxy(
        jira.simulator().baseUri(),
        asked ->
            asked.isFor("approximate-count")
                ? Optional.of(new JiraProxy.Answer(200, "{\"count\":" + issues + "}"))
                : Optional.empty());
  }

  private static JiraProxy answering(
      SimulatedJira jira, Function<JiraProxy.Asked, Boolean> refused) {
    return new JiraProxy(
        jira.simulator().baseUri(),
        asked ->
            refused.apply(asked)
                ? Optional.of(
                    new JiraProxy.Answer(
                        400, "{\"errorMessages\":[\"The next page token has expired.\"]}"))
                : Optional.empty());
  }
}
