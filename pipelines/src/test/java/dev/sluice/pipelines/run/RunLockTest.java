package dev.sluice.pipelines.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sluice.schemas.layout.Documents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunLockTest {

  private static final Instant NOW = Instant.parse("2026-11-24T08:15:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final LockHolderIdentity SELF = new LockHolderIdentity("run-2", "here", 42);

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("_sluice/lock");
  }

  @Test
  void aFreeLockIsTakenAndNamesItsHolder() throws IOException {
    RunLock lock = RunLock.acquire(file, SELF, CLOCK, false);

    assertThat(holder()).isEqualTo(new LockHolder("run-2", "here", 42, NOW, NOW));
    lock.close();
    assertThat(file).isEmptyFile();
  }

  @Test
  void aLockThatIsHeldIsRefusedNamingTheHolder() {
    RunLock lock = RunLock.acquire(file, new LockHolderIdentity("run-1", "here", 41), CLOCK, false);

    assertThatExceptionOfType(RunException.Locked.class)
        .isThrownBy(() -> RunLock.acquire(file, SELF, CLOCK, false))
        .withMessage(
            "another run is writing this warehouse: run run-1 (process 41 on here, since"
                + " 2026-11-24T08:15:00Z)")
        .satisfies(e -> assertThat(e.hint()).contains("--force"));
    lock.close();
  }

  @Test
  void aLockIsFreeAgainOnceItIsReleased() {
    RunLock.acquire(file, SELF, CLOCK, false).close();
    RunLock.acquire(file, SELF, CLOCK, false).close();

    assertThat(file).isEmptyFile();
  }

  @Test
  void aProcessOfThisMachineThatDiedIsReplacedAtOnce() throws IOException {
    left(new LockHolder("run-1", "here", 41, NOW, NOW));

    RunLock lock = RunLock.acquire(file, SELF, CLOCK, false);

    assertThat(holder().runId()).isEqualTo("run-2");
    lock.close();
  }

  @Test
  void anotherMachineIsBelievedForFiveMinutes() throws IOException {
    left(new LockHolder("run-1", "there", 41, NOW, NOW.minusSeconds(299)));

    assertThatExceptionOfType(RunException.Locked.class)
        .isThrownBy(() -> RunLock.acquire(file, SELF, CLOCK, false))
        .withMessageContaining("process 41 on there");

    left(new LockHolder("run-1", "there", 41, NOW, NOW.minusSeconds(301)));
    RunLock.acquire(file, SELF, CLOCK, false).close();
  }

  @Test
  void forceTakesTheLockWhoeverHoldsIt() throws IOException {
    left(new LockHolder("run-1", "there", 41, NOW, NOW));

    RunLock lock = RunLock.acquire(file, SELF, CLOCK, true);

    assertThat(holder().runId()).isEqualTo("run-2");
    lock.close();
  }

  @Test
  void aTornLockOfAProcessThatDiedIsNoObstacle() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "{\"run_id\":", StandardCharsets.UTF_8);

    RunLock lock = RunLock.acquire(file, SELF, CLOCK, false);

    assertThat(holder().runId()).isEqualTo("run-2");
    lock.close();
  }

  @Test
  void aBeatSaysThatTheHolderIsAlive() throws IOException {
    MovableClock clock = new MovableClock(NOW);
    RunLock lock = RunLock.acquire(file, SELF, clock, false);

    clock.move(NOW.plusSeconds(10));
    lock.beat();

    assertThat(holder()).isEqualTo(new LockHolder("run-2", "here", 42, NOW, NOW.plusSeconds(10)));
    lock.close();
  }

  private void left(LockHolder other) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, Documents.write(other));
  }

  private LockHolder holder() throws IOException {
    return Documents.read(Files.readAllBytes(file), LockHolder.class);
  }
}
