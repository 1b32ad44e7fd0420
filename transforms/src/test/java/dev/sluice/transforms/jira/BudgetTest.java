package dev.sluice.transforms.jira;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class BudgetTest {

  @Test
  void permitsAreSpacedAndCounted() throws InterruptedException {
    VirtualTime time = new VirtualTime();
    Budget budget = new Budget(new BudgetLimits(4, 2), time, time);
    for (int i = 0; i < 41; i++) {
      assertThat(budget.enter("GET /x")).isInstanceOf(Budget.Entry.Admitted.class);
      budget.leave();
    }
    assertThat(time.nanos()).isEqualTo(Duration.ofSeconds(10).toNanos());
    Budget.Statistics statistics = budget.statistics();
    assertThat(statistics.permits()).isEqualTo(41);
    assertThat(statistics.waited()).isEqualTo(Duration.ofSeconds(10));
    assertThat(statistics.currentRate()).isBetween(3.9, 4.2);
    assertThat(statistics.allowedRate()).isEqualTo(4);
  }

  @Test
  void aPauseOfOneEndpointIsToldToItsCallersOnly() throws InterruptedException {
    VirtualTime time = new VirtualTime();
    Budget budget = new Budget(new BudgetLimits(100, 1), time, time);
    budget.pause(Scope.ENDPOINT, "GET /x", Duration.ofSeconds(9));
    budget.pause(Scope.ENDPOINT, "GET /x", Duration.ofSeconds(3));
    assertThat(budget.enter("GET /x")).isEqualTo(new Budget.Entry.Paused(Duration.ofSeconds(9)));
    assertThat(budget.enter("GET /y")).isInstanceOf(Budget.Entry.Admitted.class);
    budget.leave();
    time.advance(Duration.ofSeconds(9));
    assertThat(budget.enter("GET /x")).isInstanceOf(Budget.Entry.Admitted.class);
  }

  @Test
  void aPauseOfEverythingIsToldToEverybody() throws InterruptedException {
    VirtualTime time = new VirtualTime();
    Budget budget = new Budget(new BudgetLimits(100, 1), time, time);
    budget.pause(Scope.EVERYTHING, "GET /x", Duration.ofSeconds(9));
    assertThat(budget.enter("GET /y")).isEqualTo(new Budget.Entry.Paused(Duration.ofSeconds(9)));
    time.advance(Duration.ofSeconds(10));
    assertThat(budget.enter("GET /y")).isInstanceOf(Budget.Entry.Admitted.class);
  }

  @Test
  void theRateChangesAtTheBordersOfQuietHours() throws InterruptedException {
    VirtualTime time = new VirtualTime();
    ZoneId zone = ZoneId.of("Europe/Berlin");
    LocalTime start = LocalTime.ofInstant(VirtualTime.START, zone);
    QuietHours quiet =
        new QuietHours(
            EnumSet.allOf(DayOfWeek.class),
            start.plusSeconds(10),
            start.plusSeconds(40),
            zone,
            0.2);
    Budget budget = new Budget(new BudgetLimits(4, 1, List.of(quiet), null), time, time);
    List<Long> granted = new ArrayList<>();
    while (granted.isEmpty() || granted.get(granted.size() - 1) < 50_000) {
      assertThat(budget.enter("GET /x")).isInstanceOf(Budget.Entry.Admitted.class);
      budget.leave();
      granted.add(Duration.ofNanos(time.nanos()).toMillis());
    }
    assertThat(granted.stream().filter(at -> at < 10_000)).hasSize(40);
    assertThat(granted.stream().filter(at -> at >= 10_000 && at < 40_000)).hasSize(6);
    assertThat(granted.stream().filter(at -> at >= 41_000 && at < 50_000)).hasSize(36);
    assertThat(granted).anySatisfy(at -> assertThat(at).isBetween(40_000L, 41_000L));
  }

  @Test
  void severalJvmsTogetherKeepToTheLimits() {
    QuietHours night =
        new QuietHours(
            EnumSet.allOf(DayOfWeek.class),
            LocalTime.of(22, 0),
            LocalTime.of(6, 0),
            ZoneId.of("Europe/Berlin"),
            3);
    BudgetLimits share = new BudgetLimits(10, 8, List.of(night), null).among(4);
    assertThat(share.requestsPerSecond()).isEqualTo(2.5);
    assertThat(share.concurrency()).isEqualTo(2);
    assertThat(share.quietHours().get(0).requestsPerSecond()).isEqualTo(0.75);
    assertThat(share.among(9).concurrency()).as("without one nothing could be sent").isEqualTo(1);
    SharedStore store = new SharedStore(URI.create("redis://h"), null);
    assertThat(new BudgetLimits(10, 8, List.of(night), store).among(4))
        .as("the store divides")
        .isEqualTo(new BudgetLimits(10, 2, List.of(night), store));
  }

  @Test
  void slowingAnEndpointKeepsItsCallersApartForAsLongAsItWasSaid() throws InterruptedException {
    VirtualTime time = new VirtualTime();
    Budget budget = new Budget(new BudgetLimits(100, 1), time, time);
    budget.slow(Scope.ENDPOINT, "GET /x", 0.5, Duration.ofSeconds(5));
    assertThat(budget.enter("GET /x")).isInstanceOf(Budget.Entry.Admitted.class);
    budget.leave();
    assertThat(budget.enter("GET /x")).isEqualTo(new Budget.Entry.Paused(Duration.ofSeconds(2)));
    assertThat(budget.enter("GET /y")).isInstanceOf(Budget.Entry.Admitted.class);
    budget.leave();
    time.advance(Duration.ofSeconds(5));
    for (int i = 0; i < 3; i++) {
      assertThat(budget.enter("GET /x")).isInstanceOf(Budget.Entry.Admitted.class);
      budget.leave();
    }
  }

  @Test
  void slowingNeverRaisesTheRate() throws InterruptedException {
    VirtualTime time = new VirtualTime();
    Budget budget = new Budget(new BudgetLimits(4, 1), time, time);
    budget.slow(Scope.EVERYTHING, "", 1, Duration.ofMinutes(1));
    budget.slow(Scope.EVERYTHING, "", 1000, Duration.ofMinutes(1));
    for (int i = 0; i < 5; i++) {
      assertThat(budget.enter("GET /x")).isInstanceOf(Budget.Entry.Admitted.class);
      budget.leave();
    }
    assertThat(time.nanos()).isEqualTo(Duration.ofSeconds(1).toNanos());
  }

  @Test
  void oneSiteHasOneBudgetWithTheLimitsGivenLast() {
    Budget first = Budget.forSite("https://budget-test.example", new BudgetLimits(5, 1));
    Budget second = Budget.forSite("https://budget-test.example", new BudgetLimits(7, 1));
    assertThat(second).isSameAs(first);
    assertThat(first.statistics().allowedRate()).isEqualTo(7);
  }

  @Test
  void manyThreadsNeverExceedRateNorConcurrency() throws Exception {
    BudgetLimits limits = new BudgetLimits(500, 3);
    Budget budget = new Budget(limits, Ticker.system(), Clock.systemUTC());
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    int permits = 120;
    ExecutorService threads = Executors.newFixedThreadPool(8);
    long started = System.nanoTime();
    try {
      List<Callable<Void>> calls = new ArrayList<>();
      for (int i = 0; i < permits; i++) {
        calls.add(
            () -> {
              budget.enter("GET /x");
              most.accumulateAndGet(inside.incrementAndGet(), Math::max);
              inside.decrementAndGet();
              budget.leave();
              return null;
            });
      }
      for (Future<Void> call : threads.invokeAll(calls)) {
        call.get();
      }
    } finally {
      threads.shutdownNow();
    }
    // A twentieth of a second is what a late wake-up may be made up for.
    long least = (permits - 1) * limits.rateAt(Instant.EPOCH).intervalNanos() - 50_000_000L;
    assertThat(System.nanoTime() - started).isGreaterThanOrEqualTo(least);
    assertThat(most).hasValueLessThanOrEqualTo(3);
    assertThat(budget.statistics().permits()).isEqualTo(permits);
  }
}
