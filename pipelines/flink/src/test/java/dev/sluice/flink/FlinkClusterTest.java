package dev.sluice.flink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schemas.layout.Manifest;
import dev.sluice.schemas.layout.RunStatus;
import dev.sluice.schemas.layout.WarehouseLayout;
import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.SettableClock;
import dev.sluice.simulator.http.RequestLog;
import dev.sluice.simulator.site.MarketingSite;
import dev.sluice.simulator.site.Site;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program's jobs on a JobManager and two TaskManagers, compared with the same run here. */
@Tag("flink")
final class FlinkClusterTest {

  private static final int RATE = 20;
  private static final int READERS = 4;
  private static final String BUDGET = "requests-per-second: " + RATE + ", concurrency: " + READERS;
  private static final String NO_LIMIT = "requests-per-second: 1000, concurrency: " + READERS;
  private static final Site SITE = MarketingSite.seeded(7, 8_000, Product.NOW);

  @TempDir Path folder;
  private final SettableClock clock = SettableClock.at(Product.NOW);
  private JiraSimulator jira;
  private FlinkProcesses flink;
  private Product here;
  private Product there;

  @BeforeEach
  void start() throws InterruptedException {
    jira =
        JiraSimulator.builder()
            .site(SITE)
            .credentials(Product.USER, Product.TOKEN)
            .clock(clock)
            .start();
    here = new Product(folder.resolve("here"), clock).configured(jira.baseUri(), NO_LIMIT);
    there = new Product(folder.resolve("there"), clock).configured(jira.baseUri(), BUDGET);
    flink = FlinkProcesses.start(folder.resolve("flink"), 2);
  }

  @AfterEach
  void end() {
    flink.close();
    jira.close();
  }

  @Test
  void aWorkerKilledUnderLoadCostsNoMoreThanWhatWasBeingRead() throws Exception {
    int undisturbed = loadHere();
    CompletableFuture<Product.Result> run = onFlink("--wait");
    while (there.rememberedShards().size() < 3) {
      assertThat(run).as("a run under way").isNotDone();
    }
    assertThat(flink.busySlots(0)).as("slots in use of the one that is killed").isPositive();
    flink.kill(0);
    final Map<String, String> finished = there.rememberedShards();
    Product.Result result = run.get();

    assertThat(result.exitCode()).as(result.err()).isZero();
    Manifest manifest = there.newestManifest();
    assertThat(manifest.status()).isEqualTo(RunStatus.OK);
    assertThat(there.rows()).as("every row, as often as it is there").isEqualTo(here.rows());
    assertThat(there.shards(manifest, "finished_at"))
        .as("shards that were finished before, as they were read then")
        .containsAllEntriesOf(finished);
    assertThat(there.rememberedShards()).as("what is kept of a run that has ended").isEmpty();
    int again = jira.requestLog().size() - undisturbed;
    tell(
        "A worker killed, %d of %d shards finished: %d requests, %d without the kill; %s",
        finished.size(), shardsOfIssues(manifest).size(), jira.requestLog().size(), undisturbed);
    assertThat(again)
        .as("requests made twice: of one shard a reader, and of what is no shard")
        .isLessThanOrEqualTo(READERS * mostRequests(manifest) + otherRequests(manifest));
    keptToTheBudget();
  }

  @Test
  void workersThatShareAStoreKeepToTheBudgetTogether() throws Exception {
    int undisturbed = loadHere();
    try (Redis redis = Redis.start(folder)) {
      there.configured(jira.baseUri(), BUDGET + ", shared: \"" + redis.address() + "\"");
      Product.Result result = onFlink("--wait").get();

      assertThat(result.exitCode()).as(result.err()).isZero();
    }
    assertThat(there.rows()).isEqualTo(here.rows());
    assertThat(jira.requestLog().size()).isEqualTo(undisturbed);
    tell("A budget in Redis: %d requests; %s", jira.requestLog().size());
    keptToTheBudget();
  }

  @Test
  void aJobGoesOnWithoutItsLauncherAndTheNextRunContinuesFromIt() throws Exception {
    clock.set(Product.NOW.minus(Duration.ofDays(60)));
    loadHere();
    Product.Result submitted = onFlink().get();
    assertThat(submitted.exitCode()).as(submitted.err()).isZero();
    assertThat(submitted.out().strip()).matches("(?s)submitted.*Submitted job: [0-9a-f]{32}");
    assertThat(onFlink().get().exitCode()).as("a second launcher").isEqualTo(75);
    while (there.store().list(WarehouseLayout.summary("*")).isEmpty() || flink.isBusy()) {
      assertThat(flink.states()).as("the job").doesNotContain("FAILED", "CANCELED");
    }
    assertThat(there.rows()).isEqualTo(here.rows());
    assertThat(there.rememberedShards()).as("nobody has looked since").isNotEmpty();

    clock.set(Product.NOW);
    loadHere();
    Product.Result increment = onFlink("--wait").get();

    assertThat(increment.exitCode()).as(increment.err()).isZero();
    assertThat(ofIssues(there.newestManifest(), "range_to"))
        .as("an open range, which is read first, and others")
        .containsValue("null")
        .hasSizeGreaterThan(1);
    assertThat(there.rows()).isEqualTo(here.rows());
    assertThat(there.rememberedShards()).isEmpty();
  }

  @Test
  void whatFlinkCannotBeAskedIsRefused() throws Exception {
    Product.Result anywhere = there.execute("--runner=FlinkRunner");
    assertThat(anywhere.exitCode()).as(anywhere.err()).isEqualTo(2);
    assertThat(anywhere.err()).contains("--flinkMaster=host:port");

    flink.close();
    Product.Result gone = onFlink("--labels={\"team\":\"data\"}").get();
    assertThat(gone.exitCode()).as(gone.err()).isEqualTo(69);
    assertThat(gone.err()).contains("the JobManager at http://" + flink.master());
  }

  /** Returns how many requests it took. */
  private int loadHere() {
    jira.requestLog().clear();
    Product.Result result = here.execute();
    assertThat(result.exitCode()).as(result.err()).isZero();
    int requests = jira.requestLog().size();
    jira.requestLog().clear();
    return requests;
  }

  private CompletableFuture<Product.Result> onFlink(String... more) {
    List<String> options =
        new ArrayList<>(List.of("--runner=FlinkRunner", "--flinkMaster=" + flink.master()));
    options.addAll(List.of(more));
    return CompletableFuture.supplyAsync(() -> there.execute(options.toArray(String[]::new)));
  }

  /** Two requests that left in time may arrive together; that much is no fault of the sender. */
  private void keptToTheBudget() {
    RequestLog log = jira.requestLog();
    assertThat(log.mostWithin(Duration.ofSeconds(1)))
        .as("most requests in any second")
        .isLessThanOrEqualTo(RATE + RATE / 10);
    assertThat(log.peakConcurrency()).as("requests at once").isLessThanOrEqualTo(READERS);
  }

  private Set<String> shardsOfIssues(Manifest manifest) {
    Map<String, String> jql = there.shards(manifest, "jql");
    jql.values().removeIf("null"::equals);
    return jql.keySet();
  }

  private Map<String, String> ofIssues(Manifest manifest, String column) {
    Map<String, String> values = there.shards(manifest, column);
    values.keySet().retainAll(shardsOfIssues(manifest));
    return values;
  }

  private int mostRequests(Manifest manifest) {
    return ofIssues(manifest, "requests").values().stream()
        .mapToInt(Integer::parseInt)
        .max()
        .orElseThrow();
  }

  private int otherRequests(Manifest manifest) {
    Map<String, String> requests = there.shards(manifest, "requests");
    requests.keySet().removeAll(shardsOfIssues(manifest));
    return requests.values().stream().mapToInt(Integer::parseInt).sum();
  }

  /** Leaves figures for the documentation. */
  private void tell(String form, Object... figures) throws IOException {
    List<RequestLog.Entry> log = jira.requestLog().entries();
    double seconds = (log.get(log.size() - 1).arrivalNanos() - log.get(0).arrivalNanos()) / 1e9;
    List<Object> all = new ArrayList<>(List.of(figures));
    all.add(
        String.format(
            Locale.ROOT,
            "%.1f s from the first to the last, at most %d in a second, of %d allowed",
            seconds,
            jira.requestLog().mostWithin(Duration.ofSeconds(1)),
            RATE));
    String told = String.format(Locale.ROOT, form, all.toArray()) + "\n";
    Path file = Path.of("target", told.replaceAll("[,:].*\\s*", "").replace(' ', '-') + ".txt");
    Files.createDirectories(file.getParent());
    Files.writeString(file, told, StandardCharsets.UTF_8);
  }
}
