package dev.sluice.transforms.jql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ShardPlannerPropertyTest {

  private static final int SITES = 500;

  /** Halving 8,000 years down to a minute takes this many cuts, and each cut one count. */
  private static final int CUTS_TO_A_MINUTE = 33;

  @Test
  void exactCountsGiveShardsWithinTheLimit() {
    for (long seed = 0; seed < SITES; seed++) {
      SiteInMemory site = RandomSite.seeded(seed);
      verify(site, request(site, seed, PlanRequest.EXACT), site, "seed " + seed);
    }
  }

  @Test
  void countsThatAreThreePercentOffStillGiveShardsWithinTheLimit() {
    for (long seed = 0; seed < SITES; seed++) {
      SiteInMemory site = RandomSite.seeded(seed);
      IssueCounter estimates = estimating(site, new Random(seed), 0.03);
      verify(site, request(site, seed, PlanRequest.APPROXIMATE), estimates, "seed " + seed);
    }
  }

  @Test
  void absurdCountsStillCoverEveryIssueOnce() {
    for (long seed = 0; seed < 100; seed++) {
      SiteInMemory site = RandomSite.seeded(seed);
      Random random = new Random(seed);
      AtomicInteger counts = new AtomicInteger();
      IssueCounter absurd =
          jql -> {
            counts.incrementAndGet();
            return random.nextInt(20_000);
          };
      PlanRequest request = request(site, seed, PlanRequest.APPROXIMATE);

      List<Shard> shards = new ShardPlanner().plan(request, absurd);

      shardOfEachIssue(site, request, shards, "seed " + seed);
      assertThat(counts.get()).as("seed %s", seed).isLessThan(100 * (2 + 20_000 / 95));
    }
  }

  private static void verify(
      SiteInMemory site, PlanRequest request, IssueCounter counter, String seed) {
    List<Shard> shards = new ShardPlanner().plan(request, counter);

    int[] sizes = shardOfEachIssue(site, request, shards, seed);
    for (int size : sizes) {
      assertThat(size).as(seed).isLessThanOrEqualTo(request.maxSize());
    }
    assertThat(rangesCover(request.range(), shards)).as(seed).isTrue();
    assertThat(shards.stream().map(Shard::id).distinct().count()).as(seed).isEqualTo(shards.size());
    assertThat(site.requests()).as(seed).isLessThanOrEqualTo(1 + shards.size() * CUTS_TO_A_MINUTE);
  }

  /** Returns the size of each shard, having checked that no issue is in two or in none. */
  private static int[] shardOfEachIssue(
      SiteInMemory site, PlanRequest request, List<Shard> shards, String seed) {
    int[] sizes = new int[shards.size()];
    int[] timesFound = new int[site.size()];
    for (Shard shard : shards) {
      int[] found = site.matching(shard.countJql());
      sizes[shard.ordinal()] = found.length;
      for (int issue : found) {
        timesFound[issue]++;
      }
    }
    int[] expected = new int[site.size()];
    if (!request.range().isEmpty()) {
      for (int issue : site.matching(Region.whole(request).conditions())) {
        expected[issue] = 1;
      }
    }
    assertThat(timesFound).as(seed).isEqualTo(expected);
    return sizes;
  }

  /** Walks from bound to bound; shards of one crowded minute share their range. */
  private static boolean rangesCover(DateRange range, List<Shard> shards) {
    Set<DateRange> ranges = new HashSet<>();
    shards.forEach(shard -> ranges.add(shard.range()));
    Optional<Instant> reached = Optional.of(range.from());
    for (int step = 0; step < ranges.size(); step++) {
      Instant from = reached.orElseThrow();
      List<DateRange> next = ranges.stream().filter(one -> one.from().equals(from)).toList();
      if (next.size() != 1) {
        return false;
      }
      reached = next.get(0).to();
    }
    return reached.equals(range.isEmpty() ? Optional.of(range.from()) : range.to());
  }

  private static PlanRequest request(SiteInMemory site, long seed, double tolerance) {
    Random random = new Random(seed * 31);
    Instant now = RandomSite.NOW.truncatedTo(ChronoUnit.MINUTES);
    DateRange range =
        switch (random.nextInt(6)) {
          case 0 -> DateRange.of(Instant.EPOCH, now);
          case 1 -> DateRange.since(now.minus(Duration.ofDays(random.nextInt(4_000))));
          case 2 -> DateRange.of(now.minus(Duration.ofDays(random.nextInt(4_000))), now);
          case 3 -> random.nextInt(4) == 0 ? DateRange.of(now, now) : DateRange.since(now);
          default -> DateRange.since(Instant.EPOCH);
        };
    Optional<Instant> earliest =
        switch (random.nextInt(4)) {
          case 0 -> Optional.empty();
          case 1 -> Optional.of(now.minus(Duration.ofDays(random.nextInt(9_000) - 500)));
          default -> site.earliest();
        };
    Scope scope =
        random.nextInt(3) == 0 && site.size() > 0
            ? Scope.projects(firstHalf(site.projectKeys()))
            : Scope.everything();
    RangeField field = random.nextBoolean() ? RangeField.CREATED : RangeField.UPDATED;
    int concurrency = 1 + random.nextInt(16);
    int maxSize = random.nextBoolean() ? PlanRequest.DEFAULT_MAX_SIZE : 100 + random.nextInt(3_000);
    return new PlanRequest(
        scope, field, range, earliest, RandomSite.NOW, concurrency, maxSize, tolerance);
  }

  private static List<String> firstHalf(List<String> keys) {
    return keys.subList(0, (keys.size() + 1) / 2);
  }

  private static IssueCounter estimating(SiteInMemory site, Random random, double error) {
    return new IssueCounter() {
      @Override
      public long count(String jql) {
        return Math.round(site.count(jql) * (1 + error * (2 * random.nextDouble() - 1)));
      }

      @Override
      public Optional<String> keyAt(String jql, int position) {
        return site.keyAt(jql, position);
      }

      @Override
      public List<String> projectKeys() {
        return site.projectKeys();
      }
    };
  }
}
