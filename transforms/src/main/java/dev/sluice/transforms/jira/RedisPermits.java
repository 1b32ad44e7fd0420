package dev.sluice.transforms.jira;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisAccessControlException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Permits that any number of processes take from together, kept in Redis by the clock of its
 * server. A script gives out the next one and moves the one after it by an interval, in one step,
 * so that however many ask, permits are evenly spaced, and no second has more than the rate. While
 * Redis does not answer there are none. Thread-safe; one connection.
 */
final class RedisPermits implements Permits {
  /**
   * No permit is given out longer before its time. A store that has lost its memory waits for as
   * long before the first, so that those given out before are used up by then.
   */
  private static final Duration HORIZON = Duration.ofSeconds(1);

  /** What a process that woke up late may catch up, as without a store. */
  private static final Duration CREDIT = Duration.ofMillis(50);

  private static final Duration TIMEOUT = Duration.ofSeconds(2);
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(500);

  /** A Redis that is restarted is back by then. */
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(5);

  private static final Logger LOG = LoggerFactory.getLogger(RedisPermits.class);
  private static final String TAKE = script("take.lua");
  private static final String PAUSE = script("pause.lua");

  private final SharedStore store;
  private final SecretStore secrets;
  private final Ticker ticker;
  private final List<String> keys;
  private @Nullable Jedis connection;
  private @Nullable Long silentSince;

  RedisPermits(SharedStore store, String siteKey, SecretStore secrets, Ticker ticker) {
    this.store = store;
    this.secrets = secrets;
    this.ticker = ticker;
    // The braces keep all keys on one node of a cluster.
    this.keys =
        Stream.of("due", "paused", "used").map(what -> "sluice:{" + siteKey + "}:" + what).toList();
  }

  @Override
  public synchronized Turn take(Rate rate) {
    long interval = (rate.intervalNanos() + 999) / 1000;
    long horizon = Math.max(micros(HORIZON), 2 * interval);
    try {
      List<?> answer =
          run(
              TAKE,
              Long.toString(interval),
              Long.toString(horizon),
              Long.toString(micros(CREDIT)),
              Integer.toString(rate.window()));
      silentSince = null;
      return turn(number(answer.get(0)), Duration.ofNanos(number(answer.get(1)) * 1000));
    } catch (JedisAccessControlException e) {
      drop();
      throw new JiraException.Unauthorised(Trouble.SHARED_STORE_REFUSES.with());
    } catch (JedisException e) {
      drop();
      return silent();
    }
  }

  @Override
  public synchronized void pause(Duration wait) {
    try {
      run(PAUSE, Long.toString(micros(wait)));
    } catch (JedisException e) {
      // This process keeps to the pause by itself; the others will be told by Jira.
      drop();
    }
  }

  private Turn silent() {
    long now = ticker.nanos();
    if (silentSince == null) {
      silentSince = now;
      LOG.warn("The store of the shared budget does not answer; nothing is sent until it does.");
    }
    if (now - silentSince > LONGEST_SILENCE.toNanos()) {
      throw new JiraException.Unavailable(Trouble.SHARED_STORE_SILENT.with(), Optional.empty());
    }
    return new Turn.Busy(BETWEEN_ATTEMPTS);
  }

  private static Turn turn(long kind, Duration wait) {
    if (kind == 0) {
      return new Turn.Granted(wait);
    }
    return kind == 1 ? new Turn.Busy(wait) : new Turn.Paused(wait);
  }

  private List<?> run(String script, String... arguments) {
    Jedis open = connection;
    if (open == null) {
      open = connect();
      connection = open;
    }
    return (List<?>) open.eval(script, keys, List.of(arguments));
  }

  private static long number(Object reply) {
    return ((Number) reply).longValue();
  }

  private Jedis connect() {
    DefaultJedisClientConfig.Builder config =
        DefaultJedisClientConfig.builder()
            .ssl(store.encrypted())
            .database(store.database())
            .connectionTimeoutMillis(Math.toIntExact(TIMEOUT.toMillis()))
            .socketTimeoutMillis(Math.toIntExact(TIMEOUT.toMillis()));
    if (store.password() != null) {
      config.password(secrets.read(store.password()));
    }
    return new Jedis(new HostAndPort(store.address().getHost(), store.port()), config.build());
  }

  private void drop() {
    Jedis open = connection;
    connection = null;
    if (open != null) {
      try {
        open.close();
      } catch (JedisException e) {
        // It was broken already, which is why it is dropped.
      }
    }
  }

  private static long micros(Duration duration) {
    return duration.toNanos() / 1000;
  }

  private static String script(String name) {
    try (InputStream in = RedisPermits.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the class path lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
