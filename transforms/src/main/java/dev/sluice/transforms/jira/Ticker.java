package dev.sluice.transforms.jira;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Measures and spends elapsed time, apart from the wall clock so that tests need not wait. */
interface Ticker {

  /** Reads a clock that never jumps, in nanoseconds from an arbitrary origin. */
  long nanos();

  /** Waits at least this long. */
  void sleep(Duration duration) throws InterruptedException;

  /** The machine's own time. */
  static Ticker system() {
    return new Ticker() {
      @Override
      public long nanos() {
        return System.nanoTime();
      }

      // Thread.sleep rounds up to a millisecond, which at 50 permits a second costs real rate.
      @Override
      public void sleep(Duration duration) throws InterruptedException {
        long end = System.nanoTime() + duration.toNanos();
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
          if (Thread.interrupted()) {
            throw new InterruptedException();
          }
          LockSupport.parkNanos(left);
        }
      }
    };
  }
}
