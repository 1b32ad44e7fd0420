package dev.sluice.pipelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.schemas.layout.Manifest;
import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.api.Edition;
import dev.sluice.simulator.site.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Kills the process of a run, as the machine under it may, and starts it again. */
final class CrashTest {

  private static final int ISSUES = 2_600;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Site SITE = Sluice.site(ISSUES);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"shards/*.json", "manifest.json"})
  void aRunKilledOnTheWayIsTakenUpAndNothingIsReadTwice(String reached) throws Exception {
    killedAndTakenUp(Edition.CLOUD, sluice -> () -> isThere(sluice, "_sluice/runs/*/" + reached));
  }

  @Tag("proof")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "_sluice/lock",
        "_sluice/fields/1.json",
        "_sluice/runs/*/plan.json",
        "issue/interval=*/run=*/*",
        "_sluice/runs/*/shards/s0001.json",
        "project/interval=*/run=*/*",
        "_shard/interval=*/run=*/*",
        "_run/interval=*/run=*/*",
        "_sluice/runs/*/manifest.json",
        "_sluice/state.json",
        "_sluice/runs/*/summary.json"
      })
  void aRunKilledAtAnyStepIsTakenUp(String reached) throws Exception {
    for (Edition edition : Edition.values()) {
      killedAndTakenUp(edition, sluice -> () -> isThere(sluice, reached));
    }
  }

  @Tag("proof")
  @Test
  void aRunKilledAtThirtyMomentsIsTakenUp() throws Exception {
    Random random = new Random(20_261_124);
    for (int moment = 0; moment < 30; moment++) {
      int requests = 1 + random.nextInt(40);
      Edition edition = moment % 2 == 0 ? Edition.CLOUD : Edition.DATA_CENTER;
      killedAndTakenUp(edition, sluice -> () -> sluice.requests() >= requests);
    }
  }

  @ParameterizedTest
  @CsvSource({"TERM, 143", "INT, 130"})
  void aRunThatIsToldToStopReleasesItsLockAndTellsWhatItLeft(String signal, int exitCode)
      throws Exception {
    assumeFalse(
        signal.equals("INT") && isCtrlCIgnored(), "started in the background: Ctrl-C is ignored");
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, SITE, "latency=100ms")) {
      Started run = started(jira, "stopped");
      run.endWhen(() -> run.requests() >= 12, process -> send(signal, process));

      assertThat(run.process().exitValue()).isEqualTo(exitCode);
      JsonNode summary = JSON.readTree(Files.readString(run.find("_sluice/runs/*/summary.json")));
      assertThat(summary.path("status").asText()).isEqualTo("failed");
      assertThat(summary.path("exit_code").asInt()).isIn(130, 143);
      assertThat(Files.size(run.sluice().warehouse().resolve("_sluice/lock"))).isZero();

      Sluice.Result again = run.sluice().execute("run");
      assertThat(again.exitCode()).as(again.err()).isZero();
      assertThat(again.out()).contains("is taken up");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"silent", "throttling"})
  void aRunThatIsToldToStopWhileItWaitsForJiraReleasesItsLock(String how) throws Exception {
    HostileProxy.Misdeed waiting =
        how.equals("silent") ? Misdeeds.silence() : Misdeeds.json(429, "{}", "Retry-After: 600");
    AtomicBoolean well = new AtomicBoolean();
    AtomicBoolean read = new AtomicBoolean();
    HostileProxy.Judge judge =
        request -> {
          boolean page = request.body().contains("changelog");
          read.compareAndSet(false, page);
          return page && !well.get() ? Optional.of(waiting) : Optional.empty();
        };
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, SITE);
        HostileProxy proxy = new HostileProxy(jira.baseUri(), judge)) {
      Sluice sluice = new Sluice(folder).configured(proxy.uri());
      Started run = new Started(jira, sluice, sluice.start("run"));
      run.endWhen(read::get, Process::destroy);

      assertThat(run.process().exitValue()).isEqualTo(143);
      assertThat(Files.size(sluice.warehouse().resolve("_sluice/lock"))).isZero();
      assertThat(run.all("_sluice/runs/*/manifest.json")).isEmpty();

      well.set(true);
      Sluice.Result again = sluice.execute("run");
      assertThat(again.exitCode()).as(again.err()).isZero();
      assertThat(again.out()).contains("is taken up");
    }
  }

  /** What a shell starts with {@code &} ignores SIGINT, and so does every process it starts. */
  private static boolean isCtrlCIgnored() throws IOException {
    Path status = Path.of("/proc/self/status");
    return Files.exists(status)
        && Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .map(line -> new BigInteger(line.substring(7).strip(), 16))
            .anyMatch(ignored -> ignored.testBit(1));
  }

  private static void send(String signal, Process process) {
    try {
      new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private interface Moment {
    BooleanSupplier of(Started run);
  }

  private void killedAndTakenUp(Edition edition, Moment moment) throws Exception {
    try (JiraSimulator jira = Sluice.jira(edition, SITE)) {
      Sluice whole = sluice(jira, "whole");
      assertThat(whole.execute("run").exitCode()).isZero();
      final int undisturbed = jira.requestLog().size();
      jira.requestLog().clear();

      Started run = started(jira, "killed");
      run.endWhen(moment.of(run), Process::destroyForcibly);
      nothingHalfIsPublished(run.sluice());
      // What has moved the watermark leaves the next run an interval of its own.
      boolean ended = isThere(run, "_sluice/state.json");
      long lost = jira.requestLog().size() - accountedFor(run);
      Sluice.Result again = run.sluice().execute("run");

      assertThat(again.exitCode()).as(again.err()).isZero();
      if (!ended) {
        assertThat(jira.requestLog().size() - lost)
            .as("requests of both, but what was in flight (%s)", lost)
            .isLessThanOrEqualTo((long) (1.1 * undisturbed));
      }
      sameContent(run.sluice(), whole);
      nothingHalfIsPublished(run.sluice());
      assertThat(orphans(run.sluice())).isEmpty();
      delete(folder);
    }
  }

  /** A limit of 600 KiB for a file is met where a full disk is: in the middle of the histories. */
  @ParameterizedTest
  @EnumSource(Edition.class)
  void aRunWithoutRoomForItsFilesPublishesNothingAndIsTakenUp(Edition edition) throws Exception {
    try (JiraSimulator jira = Sluice.jira(edition, SITE)) {
      Sluice whole = sluice(jira, "whole");
      assertThat(whole.execute("run").exitCode()).isZero();
      Sluice full = sluice(jira, "full");
      Process process = full.startWithin("ulimit -f 600", "run");

      assertThat(process.waitFor()).isEqualTo(69);
      String told = Files.readString(full.output());
      assertThat(told).contains("look at the disk or the mount");
      assertThat(full.manifests()).isEmpty();
      assertThat(Files.size(full.warehouse().resolve("_sluice/lock"))).isZero();

      Sluice.Result again = full.execute("run");
      assertThat(again.exitCode()).as(again.err()).isZero();
      assertThat(again.out()).contains("is taken up");
      sameContent(full, whole);
      assertThat(orphans(full)).isEmpty();
    }
  }

  /** A mount that is gone: there is no folder where one has to be. */
  @Test
  void aRunWhoseOutputIsAwayIsTakenUpWhenItIsBack() throws IOException {
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, SITE)) {
      Sluice whole = sluice(jira, "whole");
      assertThat(whole.execute("run").exitCode()).isZero();
      Sluice away = sluice(jira, "away");
      Path place = Files.createDirectories(away.warehouse()).resolve("comment");
      Files.createFile(place);

      Sluice.Result failed = away.execute("run");
      assertThat(failed.exitCode()).as(failed.err()).isEqualTo(69);
      assertThat(away.manifests()).isEmpty();

      Files.delete(place);
      Sluice.Result again = away.execute("run");
      assertThat(again.exitCode()).as(again.err()).isZero();
      assertThat(again.out()).contains("is taken up");
      sameContent(away, whole);
    }
  }

  private static void sameContent(Sluice one, Sluice other) {
    assertThat(CurrentContent.of(one).differencesTo(CurrentContent.of(other))).isEmpty();
  }

  private Sluice sluice(JiraSimulator jira, String name) {
    return new Sluice(folder.resolve(name))
        .configured(jira.baseUri())
        .adding(
            "tables: {include: [issue, issue_field_history, comment, worklog, project, field]}");
  }

  private Started started(JiraSimulator jira, String name) throws IOException {
    Sluice sluice = sluice(jira, name);
    return new Started(jira, sluice, sluice.start("run"));
  }

  /** Requests of the killed process whose answers are kept: the plan's and the finished shards'. */
  private static long accountedFor(Started run) throws IOException {
    long requests = 0;
    for (Path plan : run.all("_sluice/runs/*/plan.json")) {
      requests += JSON.readTree(Files.readString(plan)).path("planning").path("requests").asLong();
    }
    for (Path shard : run.all("_sluice/runs/*/shards/*.json")) {
      for (JsonNode report : JSON.readTree(Files.readString(shard)).path("reports")) {
        requests += report.path("requests").asLong();
      }
    }
    boolean committed = !run.all("_sluice/runs/*/summary.json").isEmpty();
    return committed ? run.requests() : requests;
  }

  /** A process that is running. */
  private record Started(JiraSimulator jira, Sluice sluice, Process process) {

    int requests() {
      return jira.requestLog().size();
    }

    interface End {
      void of(Process process);
    }

    /** Waits until the moment comes, or the process ends by itself. */
    void endWhen(BooleanSupplier moment, End end) throws InterruptedException {
      while (!process.waitFor(1, TimeUnit.MILLISECONDS)) {
        if (moment.getAsBoolean()) {
          end.of(process);
          process.waitFor();
        }
      }
    }

    List<Path> all(String glob) throws IOException {
      return matching(sluice.warehouse(), glob);
    }

    Path find(String glob) throws IOException {
      return all(glob).get(0);
    }
  }

  private static boolean isThere(Started run, String glob) {
    try {
      return !run.all(glob).isEmpty();
    } catch (IOException e) {
      // A file that vanishes while the folder is looked through was only a temporary one.
      return false;
    }
  }

  private static List<Path> matching(Path root, String glob) throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    var matcher = root.getFileSystem().getPathMatcher("glob:" + root + "/" + glob);
    try (Stream<Path> files = Files.find(root, 9, (path, about) -> matcher.matches(path))) {
      return files.filter(file -> !file.toString().contains(".tmp-")).toList();
    } catch (UncheckedIOException e) {
      return List.of();
    }
  }

  private static void nothingHalfIsPublished(Sluice sluice) {
    if (!Files.isDirectory(sluice.warehouse())) {
      return;
    }
    for (Manifest manifest : sluice.manifests()) {
      manifest
          .tables()
          .forEach(
              (table, files) ->
                  assertThat(sluice.rows(manifest, table)).hasSize((int) files.rows()));
    }
  }

  /** Data files that no manifest names. */
  private static Set<Path> orphans(Sluice sluice) {
    Set<Path> files = new TreeSet<>();
    sluice.files().stream()
        .filter(file -> file.toString().contains("/interval=") || file.toString().contains("tmp-"))
        .forEach(files::add);
    for (Manifest manifest : sluice.manifests()) {
      manifest
          .tables()
          .values()
          .forEach(
              table ->
                  table
                      .files()
                      .forEach(file -> files.remove(sluice.warehouse().resolve(file.path()))));
    }
    return files;
  }

  private static void delete(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(root)) {
          Files.delete(file);
        }
      }
    }
  }
}
