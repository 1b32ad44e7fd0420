package dev.sluice.transforms.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One budget of several processes, with a real Redis between them. */
@Tag("proof")
final class SharedBudgetTest {
  /** Of an idle machine this is 0.98, see docs/benchmarks.md; a busy one wakes nobody in time. */
  private static final double LEAST_USE = 0.5;

  private static final String SITE = "https://jira.acme.test";
  private static final double RATE = 40;

  /** Requests that left in one second and arrive in the next, or the other way round. */
  private static final int JITTER = 4;

  @TempDir Path folder;

  @Test
  void severalTakersTogetherUseTheRateAndNeverMore() throws Exception {
    try (RedisServer redis = new RedisServer(folder)) {
      List<Budget> budgets = List.of(budget(redis), budget(redis), budget(redis));
      List<Long> sent = sendFor(Duration.ofSeconds(10), budgets);
      assertThat(mostInOneSecond(sent)).isLessThanOrEqualTo((int) RATE + JITTER);
      assertThat(sent.size() / (RATE * seconds(sent))).isBetween(LEAST_USE, 1.03);
    }
  }

  @Test
  void aPasswordThatRedisRefusesIsSaidAtOnceAndNotRepeatedToAnybody() throws Exception {
    try (RedisServer redis = new RedisServer(folder)) {
      SharedStore store = new SharedStore(redis.uri(), new SecretReference("env:REDIS"));
      RedisPermits permits =
          new RedisPermits(
              store, SITE, new SecretStore(name -> Optional.of("wrong-canary")), Ticker.system());
      assertThatThrownBy(() -> permits.take(new Rate(RATE)))
          .isInstanceOf(JiraException.Unauthorised.class)
          .hasMessageContaining("does not let this caller in")
          .hasMessageNotContaining("canary");
    }
  }

  @Test
  void aPauseToldToOneHoldsForAll() throws Exception {
    try (RedisServer redis = new RedisServer(folder)) {
      Budget one = budget(redis);
      Budget other = budget(redis);
      one.pause(Scope.EVERYTHING, "GET /x", Duration.ofSeconds(60));
      assertThat(other.enter("GET /y")).isInstanceOf(Budget.Entry.Paused.class);
      Budget.Entry.Paused paused = (Budget.Entry.Paused) other.enter("GET /y");
      assertThat(paused.remaining()).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60));
    }
  }

  @Test
  void aStoreThatLosesItsMemoryLetsNoSecondHaveMoreThanTheRate() throws Exception {
    try (RedisServer redis = new RedisServer(folder)) {
      List<Budget> budgets = List.of(budget(redis), budget(redis));
      ExecutorService killer = Executors.newSingleThreadExecutor();
      try {
        Future<?> killed =
            killer.submit(
                () -> {
                  while (budgets.get(0).statistics().permits() < 60) {
                    Thread.onSpinWait();
                  }
                  redis.kill();
                  redis.restart();
                  return null;
                });
        List<Long> sent = sendFor(Duration.ofSeconds(12), budgets);
        killed.get();
        assertThat(mostInOneSecond(sent)).isLessThanOrEqualTo((int) RATE + JITTER);
        assertThat(sent.get(sent.size() - 1) - sent.get(0))
            .as("it went on afterwards")
            .isGreaterThan(Duration.ofSeconds(9).toNanos());
      } finally {
        killer.shutdownNow();
      }
    }
  }

  @Test
  void twoProcessesTogetherUseTheRateAndNeverMore() throws Exception {
    try (RedisServer redis = new RedisServer(folder)) {
      List<Long> arrived = askedByTwoProcesses(redis, 15, asked -> {});
      tell("two-processes", arrived, 0);
      assertThat(mostInOneSecond(arrived)).isLessThanOrEqualTo((int) RATE + JITTER);
      assertThat(arrived.size() / (RATE * seconds(arrived))).isBetween(LEAST_USE, 1.03);
    }
  }

  @Test
  void twoProcessesGoOnWhenTheirRedisWasKilledAndIsBack() throws Exception {
    try (RedisServer redis = new RedisServer(folder)) {
      List<Long> arrived =
          askedByTwoProcesses(
              redis,
              20,
              asked -> {
                if (asked == 200) {
                  redis.kill();
                  redis.restart();
                }
              });
      double outage = longestGap(arrived);
      tell("redis-killed", arrived, outage);
      assertThat(mostInOneSecond(arrived)).isLessThanOrEqualTo((int) RATE + JITTER);
      assertThat(outage).as("nothing was sent without Redis").isBetween(0.9, 10.0);
      assertThat(arrived.size() / (RATE * (seconds(arrived) - outage))).isBetween(LEAST_USE, 1.03);
    }
  }

  /** Leaves the figures of the last proof beside the reports of the tests. */
  private static void tell(String name, List<Long> arrived, double outage) throws IOException {
    String told =
        "%d requests in %.1f s, %.1f s without Redis; most in one second %d of %.0f, used %.3f%n"
            .formatted(
                arrived.size(),
                seconds(arrived),
                outage,
                mostInOneSecond(arrived),
                RATE,
                arrived.size() / (RATE * (seconds(arrived) - outage)));
    Files.writeString(Path.of("target", "shared-budget-" + name + ".txt"), told);
  }

  /** What else happens when so many requests have come in. */
  private interface Incident {
    void at(int asked) throws InterruptedException;
  }

  /**
   * When each request of two processes came in at one Jira, nanoseconds, in order, from when both
   * are at work.
   */
  private List<Long> askedByTwoProcesses(RedisServer redis, int seconds, Incident incident)
      throws Exception {
    BlockingQueue<Long> arrivals = new LinkedBlockingQueue<>();
    HttpServer jira =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ExecutorService threads = Executors.newCachedThreadPool();
    jira.setExecutor(threads);
    jira.createContext(
        "/",
        exchange -> {
          arrivals.add(System.nanoTime());
          byte[] body = "[]".getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    jira.start();
    try {
      URI address = URI.create("http://127.0.0.1:" + jira.getAddress().getPort());
      List<Process> takers =
          List.of(taker(address, redis, seconds, 1), taker(address, redis, seconds, 2));
      List<Long> arrived = new ArrayList<>();
      while (takers.stream().anyMatch(Process::isAlive) || !arrivals.isEmpty()) {
        Long next = arrivals.poll(1, TimeUnit.SECONDS);
        if (next != null) {
          arrived.add(next);
          incident.at(arrived.size());
        }
      }
      for (int i = 0; i < takers.size(); i++) {
        assertThat(takers.get(i).exitValue()).as(Files.readString(output(i + 1))).isZero();
      }
      Collections.sort(arrived);
      long warm = arrived.get(0) + Duration.ofSeconds(3).toNanos();
      return arrived.stream().filter(at -> at >= warm).toList();
    } finally {
      jira.stop(0);
      threads.shutdownNow();
    }
  }

  private Process taker(URI jira, RedisServer redis, int seconds, int number) throws IOException {
    ProcessBuilder process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                BudgetTaker.class.getName(),
                jira.toString(),
                redis.uri().toString(),
                Double.toString(RATE),
                Integer.toString(seconds))
            .redirectErrorStream(true)
            .redirectOutput(output(number).toFile());
    process.environment().put("REDIS_PASSWORD", "redis-canary");
    process.environment().put("TOKEN", TestClients.TOKEN);
    return process.start();
  }

  private Path output(int number) {
    return folder.resolve("taker-" + number + ".log");
  }

  private static double longestGap(List<Long> sent) {
    long longest = 0;
    for (int i = 1; i < sent.size(); i++) {
      longest = Math.max(longest, sent.get(i) - sent.get(i - 1));
    }
    return longest / 1e9;
  }

  private static Budget budget(RedisServer redis) {
    SharedStore store = new SharedStore(redis.uri(), new SecretReference("env:REDIS"));
    BudgetLimits limits = new BudgetLimits(RATE, 4, List.of(), store);
    SecretStore secrets = new SecretStore(name -> Optional.of("redis-canary"));
    return new Budget(
        limits,
        Ticker.system(),
        Clock.systemUTC(),
        new RedisPermits(store, SITE, secrets, Ticker.system()));
  }

  /** When each permit was used, nanoseconds, in order. */
  private static List<Long> sendFor(Duration duration, List<Budget> budgets) throws Exception {
    List<Long> sent = Collections.synchronizedList(new ArrayList<>());
    ExecutorService threads = Executors.newFixedThreadPool(budgets.size() * 3);
    long end = System.nanoTime() + duration.toNanos();
    try {
      List<Callable<Void>> senders = new ArrayList<>();
      for (Budget budget : budgets) {
        Callable<Void> sender =
            () -> {
              while (System.nanoTime() < end) {
                if (budget.enter("GET /x") instanceof Budget.Entry.Admitted) {
                  sent.add(System.nanoTime());
                  budget.leave();
                }
              }
              return null;
            };
        senders.addAll(Collections.nCopies(3, sender));
      }
      for (Future<Void> sender : threads.invokeAll(senders)) {
        sender.get();
      }
    } finally {
      threads.shutdownNow();
    }
    List<Long> ordered = new ArrayList<>(sent);
    Collections.sort(ordered);
    return ordered;
  }

  private static double seconds(List<Long> sent) {
    return (sent.get(sent.size() - 1) - sent.get(0)) / 1e9;
  }

  private static int mostInOneSecond(List<Long> sent) {
    int most = 0;
    for (int first = 0, last = 0; last < sent.size(); last++) {
      while (sent.get(last) - sent.get(first) >= 1_000_000_000L) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }
}
