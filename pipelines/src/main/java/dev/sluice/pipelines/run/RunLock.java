package dev.sluice.pipelines.run;

import dev.sluice.schemas.layout.Documents;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps two runs of one warehouse apart. The holder says every ten seconds that it lives; whoever
 * has not said so for five minutes holds it no longer.
 */
public final class RunLock implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RunLock.class);
  private static final Duration BEAT = Duration.ofSeconds(10);
  private static final Duration STALE_AFTER = Duration.ofMinutes(5);

  private final LockFile file;
  private final Clock clock;
  private final ScheduledExecutorService heart;
  private LockHolder holder;
  private boolean closed;

  private RunLock(LockFile file, Clock clock, LockHolder holder) {
    this.file = file;
    this.clock = clock;
    this.holder = holder;
    this.heart = Executors.newSingleThreadScheduledExecutor(RunLock::daemon);
  }

  /**
   * Takes the lock of a local file.
   *
   * @param force take it whoever holds it
   * @throws RunException.Locked when another run holds it
   * @throws RunException.OutputUnavailable when the file cannot be written
   */
  public static RunLock acquire(Path file, LockHolderIdentity self, Clock clock, boolean force) {
    return acquire(LocalLockFile.open(file), self, clock, force);
  }

  static RunLock acquire(LockFile file, LockHolderIdentity self, Clock clock, boolean force) {
    Instant now = clock.instant();
    Optional<LockHolder> other = file.holder();
    boolean held =
        file.taken()
            || other.filter(it -> file.heldBy(it, self, now.minus(STALE_AFTER))).isPresent();
    if (!force && held) {
      throw refused(file, other);
    }
    other.ifPresent(it -> LOG.warn("taking over the lock of {}", it.describe()));
    RunLock lock = new RunLock(file, clock, self.startingAt(now));
    lock.take();
    lock.keepBeating();
    return lock;
  }

  private void take() {
    try {
      if (!file.write(Documents.write(holder))) {
        throw refused(file, Optional.empty());
      }
    } catch (IOException e) {
      throw new RunException.OutputUnavailable("cannot write the lock: " + e.getMessage(), e);
    }
  }

  private static RunException.Locked refused(LockFile file, Optional<LockHolder> other) {
    try {
      file.close();
    } catch (IOException e) {
      LOG.warn("cannot close the lock: {}", e.getMessage());
    }
    return new RunException.Locked(other.map(LockHolder::describe).orElse("an unknown process"));
  }

  private void keepBeating() {
    // Ends with the executor; a beat reports its own failure.
    var unused =
        heart.scheduleAtFixedRate(
            this::beat, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Says that this run is alive. A beat that fails is told and tried again with the next one. */
  synchronized void beat() {
    try {
      if (!closed) {
        holder = holder.aliveAt(clock.instant());
        if (!file.write(Documents.write(holder))) {
          LOG.warn("another run has taken the lock");
        }
      }
    } catch (IOException e) {
      LOG.warn("cannot renew the lock: {}", e.getMessage());
    }
  }

  /** Gives the lock back. */
  @Override
  public synchronized void close() {
    heart.shutdownNow();
    if (closed) {
      return;
    }
    closed = true;
    try {
      var unused = file.write(new byte[0]);
      file.close();
    } catch (IOException e) {
      LOG.warn("cannot release the lock: {}", e.getMessage());
    }
  }

  private static Thread daemon(Runnable beats) {
    Thread thread = new Thread(beats, "lock-heartbeat");
    thread.setDaemon(true);
    return thread;
  }
}
