package dev.sluice.transforms.jql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sluice.transforms.jql.SiteInMemory.Issue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ShardPlannerTest {

  private static final Instant NOW = Instant.parse("2026-11-24T06:00:12Z");
  private static final Instant MINUTE = Instant.parse("2026-03-01T09:30:00Z");
  private static final DateRange ALWAYS = DateRange.since(Instant.EPOCH);

  @Test
  void fewIssuesAreOneShardAndOneCount() {
    SiteInMemory site = site(278, 0);

    List<Shard> shards = plan(Scope.projects(List.of("A")), RangeField.CREATED, ALWAYS, site);

    assertThat(shards)
        .containsExactly(
            new Shard(
                "s0000",
                0,
                RangeField.CREATED,
                ALWAYS,
                "project in (\"A\") AND created >= 0 ORDER BY created ASC, key ASC",
                278));
    assertThat(site.requests()).isEqualTo(1);
  }

  @Test
  void incrementWithNothingNewIsOneCountAndOneShard() {
    SiteInMemory site = site(5_000, 0);
    DateRange increment = DateRange.since(Instant.parse("2026-11-24T05:50:00Z"));

    List<Shard> shards = plan(Scope.everything(), RangeField.UPDATED, increment, site);

    assertThat(shards)
        .extracting(Shard::jql)
        .containsExactly("updated >= 1795499400000 ORDER BY updated ASC, key ASC");
    assertThat(site.requests()).isEqualTo(1);
  }

  @Test
  void trap66RangeOfNoLengthIsNoShardAndNoCount() {
    SiteInMemory site = site(10, 0);

    assertThat(plan(Scope.everything(), RangeField.UPDATED, DateRange.of(MINUTE, MINUTE), site))
        .isEmpty();
    assertThat(site.requests()).isZero();
  }

  @Test
  void newestRangeIsOpenAndFirstForUpdatedAndLastForCreated() {
    SiteInMemory site = site(9_000, 0);

    List<Shard> updated = plan(Scope.everything(), RangeField.UPDATED, ALWAYS, site);
    List<Shard> created = plan(Scope.everything(), RangeField.CREATED, ALWAYS, site);

    assertThat(updated.get(0).range().to()).isEmpty();
    assertThat(updated.get(updated.size() - 1).range().from()).isEqualTo(Instant.EPOCH);
    assertThat(created.get(0).range().from()).isEqualTo(Instant.EPOCH);
    assertThat(created.get(created.size() - 1).range().to()).isEmpty();
    assertThat(updated).extracting(Shard::ordinal).isSorted();
    assertThat(updated).extracting(Shard::id).isSorted();
  }

  @Test
  void trap4AdjacentShardsShareTheirBound() {
    List<Shard> shards = plan(Scope.everything(), RangeField.CREATED, ALWAYS, site(2_400, 0));

    assertThat(shards)
        .extracting(Shard::jql)
        .containsExactly(
            "created >= 0 AND created < 1791181800000 ORDER BY created ASC, key ASC",
            "created >= 1791181800000 ORDER BY created ASC, key ASC");
  }

  @Test
  void minuteWithTooManyUpdatesIsCutByCreationFirst() {
    List<Issue> issues = new ArrayList<>();
    for (int i = 0; i < 9_000; i++) {
      Instant created = NOW.minus(Duration.ofHours(i));
      issues.add(new Issue("A", 9_000 - i, created, MINUTE.plusMillis(i)));
    }
    DateRange minute = DateRange.of(MINUTE, MINUTE.plusSeconds(60));

    List<Shard> shards =
        plan(Scope.everything(), RangeField.UPDATED, minute, new SiteInMemory(issues));

    assertThat(shards)
        .extracting(Shard::jql)
        .containsExactly(
            "updated >= 1772357400000 AND updated < 1772357460000"
                + " AND created >= 1786243920000 ORDER BY updated ASC, key ASC",
            "updated >= 1772357400000 AND updated < 1772357460000"
                + " AND created >= 1776987780000 AND created < 1786243920000"
                + " ORDER BY updated ASC, key ASC",
            "updated >= 1772357400000 AND updated < 1772357460000"
                + " AND created >= 0 AND created < 1776987780000 ORDER BY updated ASC, key ASC");
  }

  @Test
  void minuteWithTooManyNewIssuesIsCutByProjectAndThenByKeysThatExist() {
    List<Issue> issues = new ArrayList<>();
    for (int i = 0; i < 9_000; i++) {
      issues.add(new Issue(i % 10 == 0 ? "DO" : "OR", 2 * i + 1, MINUTE, MINUTE));
    }

    List<Shard> shards =
        plan(
            Scope.everything(),
            RangeField.CREATED,
            DateRange.of(MINUTE, MINUTE.plusSeconds(60)),
            new SiteInMemory(issues));

    String minute = "created >= 1772357400000 AND created < 1772357460000 AND ";
    assertThat(shards)
        .extracting(shard -> shard.jql().replace(" ORDER BY created ASC, key ASC", ""))
        .containsExactly(
            minute + "project in (\"DO\")",
            minute + "project in (\"OR\") AND key < \"OR-9003\"",
            minute + "project in (\"OR\") AND key >= \"OR-9003\"",
            minute + "project not in (\"DO\", \"OR\")");
  }

  @Test
  void crowdedMinuteStaysWholeIfNothingIsKnownToCutItBy() {
    IssueCounter counter = jql -> 7_000;

    List<Shard> shards =
        plan(
            Scope.matching("labels = x OR labels = y"),
            RangeField.CREATED,
            DateRange.of(MINUTE, MINUTE.plusSeconds(60)),
            counter);

    assertThat(shards)
        .extracting(Shard::jql)
        .containsExactly(
            "(labels = x OR labels = y) AND created >= 1772357400000 AND created < 1772357460000"
                + " ORDER BY created ASC, key ASC");
  }

  @Test
  void remainderThatEstimatesLeaveUncertainIsCounted() {
    List<String> asked = new ArrayList<>();
    IssueCounter counter =
        jql -> {
          asked.add(jql);
          return asked.size() == 1 ? 100_000 : asked.size() == 2 ? 99_000 : 1_200;
        };
    Instant from = Instant.parse("2026-11-24T05:59:00Z");

    List<Shard> shards =
        plan(Scope.everything(), RangeField.CREATED, DateRange.since(from), counter);

    assertThat(asked)
        .containsExactly(
            "created >= 1795499940000",
            "created >= 1795499940000 AND created < 1795500000000",
            "created >= 1795500000000");
    assertThat(shards).extracting(Shard::expected).containsExactly(99_000L, 1_200L);
  }

  @Test
  void aMillionIssuesNeedAboutOneCountAShard() {
    long[] created =
        new Random(7)
            .doubles(1_000_000)
            .mapToLong(share -> NOW.toEpochMilli() - (long) (share * share * 5e11))
            .sorted()
            .toArray();
    AtomicInteger counts = new AtomicInteger();
    IssueCounter counter =
        jql -> {
          counts.incrementAndGet();
          String[] words = jql.split(" ", -1);
          long to = words.length > 3 ? Long.parseLong(words[6]) : Long.MAX_VALUE;
          return below(to, created) - below(Long.parseLong(words[2]), created);
        };

    List<Shard> shards = plan(Scope.everything(), RangeField.CREATED, ALWAYS, counter);

    assertThat(shards).hasSizeBetween(300, 700);
    assertThat(shards).extracting(Shard::expected).allMatch(expected -> expected <= 5_000);
    assertThat(shards.stream().mapToLong(Shard::expected).sum()).isEqualTo(1_000_000);
    assertThat(counts.get()).isLessThan(3 * shards.size());
  }

  private static long below(long bound, long[] sorted) {
    int at = Arrays.binarySearch(sorted, bound);
    while (at > 0 && sorted[at - 1] == bound) {
      at--;
    }
    return at < 0 ? -1 - at : at;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 8})
  void planAndPagesStayBelowTwelveRequestsPerThousandIssues(int concurrency) {
    SiteInMemory site = site(31_839, 3);
    PlanRequest request =
        new PlanRequest(
            Scope.everything(),
            RangeField.CREATED,
            ALWAYS,
            site.earliest(),
            NOW,
            concurrency,
            PlanRequest.DEFAULT_MAX_SIZE,
            PlanRequest.EXACT);

    List<Shard> shards = new ShardPlanner().plan(request, site);

    long pages = shards.stream().mapToLong(shard -> (shard.expected() + 99) / 100).sum();
    assertThat(site.requests()).isLessThanOrEqualTo(35);
    assertThat(pages + site.requests() + shards.size()).isLessThan(12 * 31_839 / 1_000);
  }

  @Test
  void targetGivesEveryReaderTwoShardsWithinReason() {
    assertThat(ShardPlanner.targetSize(31_839, 8)).isEqualTo(1_989);
    assertThat(ShardPlanner.targetSize(10, 8)).isEqualTo(1_250);
    assertThat(ShardPlanner.targetSize(3_000_000_000L, 2)).isEqualTo(2_500);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10_000})
  void shardSizesOutsideWhatServersPageAreRefused(int maxSize) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new PlanRequest(
                    Scope.everything(),
                    RangeField.CREATED,
                    ALWAYS,
                    Optional.empty(),
                    NOW,
                    8,
                    maxSize,
                    PlanRequest.EXACT))
        .withMessage("maxSize is " + maxSize + ", allowed are 1 to 9999");
  }

  private static List<Shard> plan(
      Scope scope, RangeField field, DateRange range, IssueCounter counter) {
    Optional<Instant> earliest =
        counter instanceof SiteInMemory site ? site.earliest() : Optional.empty();
    double tolerance =
        counter instanceof SiteInMemory ? PlanRequest.EXACT : PlanRequest.APPROXIMATE;
    return new ShardPlanner()
        .plan(new PlanRequest(scope, field, range, earliest, NOW, 8, 5_000, tolerance), counter);
  }

  /** One issue an hour; with a skew, ever more of them the nearer the present. */
  private static SiteInMemory site(int size, int skew) {
    List<Issue> issues = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      double age = Math.pow((double) i / size, 1.0 + skew);
      Instant created = NOW.minusSeconds((long) (age * size * 3_600));
      issues.add(new Issue("A", size - i, created, created.plusSeconds(30)));
    }
    return new SiteInMemory(issues);
  }
}
