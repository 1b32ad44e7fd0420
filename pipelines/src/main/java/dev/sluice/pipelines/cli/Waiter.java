package dev.sluice.pipelines.cli;

import java.time.Duration;

/** Lets time pass. */
interface Waiter {

  /** By the clock on the wall. */
  Waiter REAL = length -> Thread.sleep(length.toMillis());

  /**
   * Comes back when the time has passed.
   *
   * @throws InterruptedException when somebody does not want to wait any longer
   */
  void pass(Duration length) throws InterruptedException;
}
