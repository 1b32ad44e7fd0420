package dev.sluice.pipelines.run;

import dev.sluice.schemas.layout.Documents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
 * Keeps two runs of one warehouse apart. The operating system's lock on the file tells at once
 * whether a process of this machine still lives; the heartbeat in the file tells the same of other
 * machines that share the folder, with five minutes of doubt. The file stays behind, empty:
 * removing it would let two runs hold two files of one name.
 */
public final class RunLock implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RunLock.class);
  private static final Duration BEAT = Duration.ofSeconds(10);
  private static final Duration STALE_AFTER = Duration.ofMinutes(5);

  private final FileChannel channel;
  private final Clock clock;
  private final ScheduledExecutorService heart;
  private LockHolder holder;

  private RunLock(FileChannel channel, Clock clock, LockHolder holder) {
    this.channel = channel;
    this.clock = clock;
    this.holder = holder;
    this.heart = Executors.newSingleThreadScheduledExecutor(RunLock::daemon);
  }

  /**
   * Takes the lock.
   *
   * @param force take it whoever holds it
   * @throws RunException.Locked when another run holds it
   * @throws RunException.OutputUnavailable when the file cannot be written
   */
  public static RunLock acquire(Path file, LockHolderIdentity self, Clock clock, boolean force) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      return acquire(channel, self, clock, force);
    } catch (IOException e) {
      throw new RunException.OutputUnavailable("cannot write the lock " + file, e);
    }
  }

  private static RunLock acquire(
      FileChannel channel, LockHolderIdentity self, Clock clock, boolean force) throws IOException {
    boolean locked = tryLock(channel);
    Optional<LockHolder> other = read(channel);
    Instant now = clock.instant();
    if (!force && (!locked || other.filter(it -> aliveElsewhere(it, self, now)).isPresent())) {
      channel.close();
      throw new RunException.Locked(other.map(LockHolder::describe).orElse("an unknown process"));
    }
    other.ifPresent(it -> LOG.warn("taking over the lock of {}", it.describe()));
    RunLock lock = new RunLock(channel, clock, self.startingAt(now));
    lock.beat();
    lock.keepBeating();
    return lock;
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
      if (channel.isOpen()) {
        holder = holder.aliveAt(clock.instant());
        write(Documents.write(holder));
      }
    } catch (IOException e) {
      LOG.warn("cannot renew the lock: {}", e.getMessage());
    }
  }

  /** Gives the lock back. */
  @Override
  public synchronized void close() {
    heart.shutdownNow();
    try {
      if (channel.isOpen()) {
        write(new byte[0]);
        channel.close();
      }
    } catch (IOException e) {
      LOG.warn("cannot release the lock: {}", e.getMessage());
    }
  }

  private void write(byte[] content) throws IOException {
    channel.write(ByteBuffer.wrap(content), 0);
    channel.truncate(content.length);
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      // Far behind the content, so that others can read who holds it where locks are mandatory.
      return channel.tryLock(Long.MAX_VALUE - 1, 1, false) != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static boolean aliveElsewhere(LockHolder other, LockHolderIdentity self, Instant now) {
    return !other.host().equals(self.host()) && other.heartbeatAt().plus(STALE_AFTER).isAfter(now);
  }

  private static Optional<LockHolder> read(FileChannel channel) throws IOException {
    ByteBuffer content = ByteBuffer.allocate((int) Math.min(channel.size(), 1 << 16));
    channel.read(content, 0);
    byte[] json = content.array();
    if (json.length == 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(Documents.read(json, LockHolder.class));
    } catch (UncheckedIOException e) {
      return Optional.empty();
    }
  }

  private static Thread daemon(Runnable beats) {
    Thread thread = new Thread(beats, "lock-heartbeat");
    thread.setDaemon(true);
    return thread;
  }
}
