package dev.sluice.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schemas.layout.Documents;
import dev.sluice.schemas.layout.ExitCode;
import dev.sluice.schemas.layout.RunSummary;
import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.api.Edition;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every code a run can end with, from the command line; each failure with its words on standard
 * error, its class in the summary and its chapter in the documentation. That SIGTERM ends with 143
 * takes a process of its own: see CrashTest.
 */
final class ExitCodesTest {

  private static final String FEW_TABLES = "tables: {include: [issue, project]}";
  private static final URI NOBODY = URI.create("http://127.0.0.1:9");

  @TempDir Path folder;

  @Test
  void zeroWhenDoneAnd99WhenNothingWasNewIfAskedFor() {
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, Sluice.site(0))) {
      Sluice sluice = new Sluice(folder).configured(jira.baseUri()).adding(FEW_TABLES);

      assertThat(sluice.execute("run").exitCode()).isZero();
      assertThat(sluice.execute("run").exitCode()).isZero();
      assertThat(sluice.execute("run", "--skip-exit-code").exitCode()).isEqualTo(99);
    }
  }

  @Test
  void oneForABug() {
    AtomicBoolean failing = new AtomicBoolean(true);
    Clock broken =
        new Clock() {
          @Override
          public Instant instant() {
            if (failing.getAndSet(false)) {
              throw new IllegalStateException("the clock has stopped");
            }
            return Sluice.NOW;
          }

          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }
        };
    Path file = folder.resolve("summary.json");

    Sluice.Result result =
        new Sluice(folder).configured(NOBODY).execute(broken, "run", "--summary-file=" + file);

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).contains("the clock has stopped", "this is a bug");
    RunSummary summary = Documents.read(Sluice.bytes(file), RunSummary.class);
    assertThat(summary.exitCode()).isEqualTo(1);
    assertThat(summary.error())
        .extracting(RunSummary.Failure::kind)
        .isEqualTo("IllegalStateException");
  }

  @Test
  void twoForTheCommandLine() throws IOException {
    ends(new Sluice(folder).configured(NOBODY), ExitCode.USAGE, "Usage", "run", "--form=now");
  }

  @Test
  void sixtyFiveForTheDataGate() throws IOException {
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, Sluice.site(300), "early-end=0")) {
      Sluice sluice = new Sluice(folder).configured(jira.baseUri()).adding(FEW_TABLES);
      ends(sluice, ExitCode.DATA_GATE, "CountMismatch", "run");
    }
  }

  @Test
  void sixtyNineForAJiraThatDoesNotServeSoon() throws IOException {
    HostileProxy.Judge busy = request -> Optional.of(Misdeeds.page(503, "Retry-After: 1800"));
    try (HostileProxy jira = new HostileProxy(NOBODY, busy)) {
      ends(new Sluice(folder).configured(jira.uri()), ExitCode.UNAVAILABLE, "Unavailable", "run");
    }
  }

  @Test
  void seventyFiveForALockedWarehouse() throws IOException {
    Sluice sluice = new Sluice(folder).configured(NOBODY);
    Path lock = sluice.warehouse().resolve("_sluice/lock");
    Files.createDirectories(lock.getParent());
    try (FileChannel held =
        FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      held.lock();
      ends(sluice, ExitCode.LOCKED, "Locked", "run");
    }
  }

  @Test
  void seventySevenForALoginThatIsRefused() throws IOException {
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, Sluice.site(0), "anonymous")) {
      Sluice sluice = new Sluice(folder).configured(jira.baseUri());
      ends(sluice, ExitCode.DENIED, "Unauthorised", "run");
    }
  }

  @Test
  void seventyEightForTheConfigurationAndForJqlThatJiraRefuses() throws IOException {
    ends(new Sluice(folder).written("jira: {}"), ExitCode.CONFIG, "Configuration", "run");
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, Sluice.site(0))) {
      Sluice sluice = new Sluice(folder).configured(jira.baseUri(), "jql: 'project = NOSUCH'");
      ends(sluice, ExitCode.CONFIG, "Refused", "run");
    }
  }

  @Test
  void aHundredAndThirtyForAnInterruption() throws IOException {
    Sluice sluice = new Sluice(folder).configured(NOBODY);
    Thread.currentThread().interrupt();
    try {
      ends(sluice, ExitCode.INTERRUPTED, "Interrupted", "run");
    } finally {
      var unused = Thread.interrupted();
    }
  }

  private void ends(Sluice sluice, ExitCode code, String kind, String... arguments)
      throws IOException {
    Path file = folder.resolve("summary.json");
    String[] all = new String[arguments.length + 1];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--summary-file=" + file;

    Sluice.Result result = sluice.execute(all);

    assertThat(result.exitCode()).as(result.err()).isEqualTo(code.code());
    assertThat(result.err()).contains("error: ", "hint: ").doesNotContain("\tat ");
    RunSummary summary = Documents.read(Sluice.bytes(file), RunSummary.class);
    assertThat(summary.exitCode()).isEqualTo(code.code());
    assertThat(summary.error()).extracting(RunSummary.Failure::kind).isEqualTo(kind);
    assertThat(Files.readString(Path.of("../docs/errors.md"), StandardCharsets.UTF_8))
        .contains("\n### " + kind + "\n");
  }
}
