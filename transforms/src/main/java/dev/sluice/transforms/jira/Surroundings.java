package dev.sluice.transforms.jira;

import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * What a client takes from the world around it: time, chance, secrets.
 *
 * @param clock the wall clock
 * @param ticker measures and spends elapsed time
 * @param random numbers from 0 (inclusive) to 1 (exclusive), for jitter
 * @param secrets where references lead to
 */
record Surroundings(Clock clock, Ticker ticker, DoubleSupplier random, SecretStore secrets) {

  static Surroundings real() {
    return new Surroundings(
        Clock.systemUTC(),
        Ticker.system(),
        () -> ThreadLocalRandom.current().nextDouble(),
        SecretStore.system());
  }
}
