package dev.sluice.transforms.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

final class PermitsTest {
  private final VirtualTime time = new VirtualTime();

  /** Gives the prepared turns, then permits at once. */
  private static final class Prepared implements Permits {
    private final Queue<Turn> turns = new ArrayDeque<>();
    private final List<Duration> pauses = new ArrayList<>();

    Prepared(Turn... turns) {
      this.turns.addAll(List.of(turns));
    }

    @Override
    public Turn take(Rate rate) {
      Turn next = turns.poll();
      return next == null ? new Turn.Granted(Duration.ZERO) : next;
    }

    @Override
    public void pause(Duration wait) {
      pauses.add(wait);
    }
  }

  @Test
  void aPermitForLaterIsUsedLater() throws InterruptedException {
    Budget budget = budget(new Prepared(new Permits.Turn.Granted(Duration.ofMillis(700))));
    assertThat(budget.enter("GET /x")).isEqualTo(new Budget.Entry.Admitted(Duration.ofMillis(700)));
  }

  @Test
  void whenThereIsNoneItIsAskedForAgainAndAPauseElsewhereHoldsHere() throws InterruptedException {
    Budget budget =
        budget(
            new Prepared(
                new Permits.Turn.Busy(Duration.ofMillis(300)),
                new Permits.Turn.Paused(Duration.ofSeconds(9))));
    assertThat(budget.enter("GET /x")).isEqualTo(new Budget.Entry.Paused(Duration.ofSeconds(9)));
    assertThat(time.nanos()).isEqualTo(Duration.ofMillis(300).toNanos());
    assertThat(budget.enter("GET /x")).isInstanceOf(Budget.Entry.Admitted.class);
  }

  @Test
  void onlyAPauseOfEverythingIsToldToOthers() {
    Prepared permits = new Prepared();
    Budget budget = budget(permits);
    budget.pause(Scope.ENDPOINT, "GET /x", Duration.ofSeconds(5));
    budget.pause(Scope.EVERYTHING, "GET /x", Duration.ofSeconds(7));
    assertThat(permits.pauses).containsExactly(Duration.ofSeconds(7));
  }

  @Test
  void withoutTheStoreNothingIsSentAndAfterFiveMinutesItIsTheEnd() {
    RedisPermits permits =
        new RedisPermits(
            new SharedStore(URI.create("redis://127.0.0.1:9"), null),
            "site",
            new SecretStore(name -> Optional.empty()),
            time);
    assertThat(permits.take(new Rate(10))).isEqualTo(new Permits.Turn.Busy(Duration.ofMillis(500)));
    permits.pause(Duration.ofSeconds(1));
    time.advance(Duration.ofMinutes(5).plusMillis(1));
    assertThatThrownBy(() -> permits.take(new Rate(10)))
        .isInstanceOf(JiraException.Unavailable.class)
        .hasMessageContaining("shared budget");
  }

  @Test
  void onlyAnAddressOfARedisWithoutAPasswordIsAMeetingPlace() {
    for (String good : List.of("redis://h", "redis://h:1/2", "rediss://h:6379/", "redis://h/")) {
      assertThat(SharedStore.isUsable(URI.create(good))).as(good).isTrue();
    }
    for (String bad :
        List.of("http://h", "redis://:canary@h", "redis://h/a", "redis:///0", "h:6379")) {
      assertThat(SharedStore.isUsable(URI.create(bad))).as(bad).isFalse();
    }
    assertThatThrownBy(() -> new SharedStore(URI.create("redis://:canary@h"), null))
        .isInstanceOf(JiraException.Misconfigured.class)
        .hasMessageNotContaining("canary");
  }

  private Budget budget(Permits permits) {
    return new Budget(new BudgetLimits(10, 1), time, time, permits);
  }
}
