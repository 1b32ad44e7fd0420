package dev.sluice.pipelines.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns SIGTERM and Ctrl-C into an interruption of the thread that does the work, and waits for it
 * to release what it holds. The process then ends with the code of the signal, 143 or 130, as the
 * JVM does by itself. What a run had finished is taken up by the next one.
 */
final class Shutdown {

  /** Whoever sends a SIGTERM follows it with a SIGKILL after ten seconds or later. */
  private static final long SECONDS = 9;

  private final Thread worker;
  private final CountDownLatch ended = new CountDownLatch(1);

  private Shutdown(Thread worker) {
    this.worker = worker;
  }

  /** Watches over the calling thread until {@link #ended()}. */
  static Shutdown of(Runtime runtime) {
    Shutdown shutdown = new Shutdown(Thread.currentThread());
    runtime.addShutdownHook(new Thread(shutdown::stop, "stop"));
    return shutdown;
  }

  /** The work is done, well or not, and what it held is released. */
  void ended() {
    ended.countDown();
  }

  private void stop() {
    if (ended.getCount() == 0) {
      return;
    }
    worker.interrupt();
    try {
      // Too late or not: nothing half-written counts, and the next run takes up the rest.
      var unused = ended.await(SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
