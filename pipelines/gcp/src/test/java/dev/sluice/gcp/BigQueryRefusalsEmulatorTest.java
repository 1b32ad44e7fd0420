package dev.sluice.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.api.client.util.Sleeper;
import com.google.api.services.bigquery.model.Table;
import com.google.api.services.bigquery.model.TableFieldSchema;
import com.google.api.services.bigquery.model.TableReference;
import com.google.api.services.bigquery.model.TableSchema;
import dev.sluice.gcp.Loopback.Answer;
import dev.sluice.gcp.Loopback.Call;
import dev.sluice.pipelines.config.BigQueryConfig;
import dev.sluice.pipelines.config.WriteMode;
import dev.sluice.pipelines.run.RunException;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.layout.Documents;
import dev.sluice.schemas.layout.Manifest;
import dev.sluice.schemas.layout.Manifest.TableFiles;
import dev.sluice.schemas.layout.WarehouseLayout;
import dev.sluice.schemas.table.TableSelection;
import dev.sluice.schemas.view.MartColumns;
import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.SettableClock;
import dev.sluice.simulator.site.MarketingSite;
import dev.sluice.transforms.store.PublishedRuns;
import dev.sluice.transforms.store.WarehouseStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the way of a run, and that it leaves whole tables whatever that is. */
@Tag("emulators")
final class BigQueryRefusalsEmulatorTest {

  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  private static Emulators emulators;

  @TempDir Path folder;

  private final SettableClock clock = SettableClock.at(NOW);

  @BeforeAll
  static void start() {
    emulators = Emulators.start();
  }

  @AfterAll
  static void stop() {
    emulators.close();
  }

  @Test
  void aTransactionThatIsOvertakenTwiceIsThroughTheThirdTime() {
    AtomicInteger begun = new AtomicInteger();
    try (JiraSimulator jira = jira();
        Loopback crowded =
            Loopback.serving(
                call ->
                    call.body().contains("BEGIN TRANSACTION") && begun.incrementAndGet() <= 2
                        ? overtaken(call)
                        : Loopback.forward(emulators.transactions(), call))) {
      Cloud cloud = cloud("overtaken", jira).with(emulators.options(crowded.address()));

      assertThat(cloud.execute(clock, "run").exitCode()).isZero();

      assertThat(begun).hasValue(3);
      assertThat(tables("overtaken").differencesTo(Content.ofFiles(cloud.root()))).isEmpty();
    }
  }

  @Test
  void aRunThatIsSubmittedAgainChangesNothing() {
    try (JiraSimulator jira = jira()) {
      Cloud cloud = cloud("twice", jira);
      assertThat(cloud.execute(clock, "run").exitCode()).isZero();
      Content once = tables("twice");
      Manifest run = run(cloud);

      load(cloud, run);
      assertThat(tables("twice")).isEqualTo(once);

      // Told otherwise it has other jobs, so that every statement runs again.
      load(cloud, told(run, run.finishedAt().plusSeconds(1), run.tables()));
      assertThat(tables("twice")).isEqualTo(once);
    }
  }

  @Test
  void rowsThatOccurTwiceNeverReachTheTables() {
    try (JiraSimulator jira = jira()) {
      Cloud cloud = cloud("doubled", jira);
      assertThat(cloud.execute(clock, "run").exitCode()).isZero();
      Content before = tables("doubled");
      Manifest run = run(cloud);
      TableFiles comments = run.table("comment");
      Map<String, TableFiles> tables = new HashMap<>(run.tables());
      tables.put(
          "comment",
          new TableFiles(
              2 * comments.rows(),
              Stream.concat(comments.files().stream(), comments.files().stream()).toList()));

      assertThatThrownBy(() -> load(cloud, told(run, run.finishedAt(), tables)))
          .isInstanceOf(RunException.DoubledRows.class)
          .hasMessageContaining("comment (" + comments.rows() + ")");
      assertThat(tables("doubled")).isEqualTo(before);
    }
  }

  @Test
  void aColumnOfAnotherTypeEndsARunBeforeAnythingIsReadOrWritten() throws IOException {
    try (JiraSimulator jira = jira();
        Loopback watched =
            Loopback.serving(call -> Loopback.forward(emulators.transactions(), call))) {
      Cloud cloud = cloud("mistyped", jira).with(emulators.options(watched.address()));
      var unused =
          emulators
              .client(emulators.transactions())
              .tables()
              .insert(Emulators.PROJECT, "mistyped", issueWithTextualVotes())
              .execute();

      Cloud.Result refused = cloud.execute(clock, "run");

      assertThat(refused.exitCode()).as(refused.err()).isEqualTo(78);
      assertThat(refused.err() + refused.out()).contains("votes is STRING and should be INT64");
      assertThat(watched.calls()).isNotEmpty().allMatch(call -> call.method().equals("GET"));
      // That the oldest issue is asked for belongs to the plan.
      assertThat(jira.requestLog().countsByEndpoint())
          .containsEntry("POST /rest/api/3/search/jql", 1L);
      assertThat(emulators.objects("mistyped")).allMatch(name -> name.startsWith("wh/_sluice/"));
    }
  }

  @Test
  @Timeout(300)
  void ofTwoLaunchersOneRunsAndTheOtherIsTold() throws Exception {
    CountDownLatch oneIsBack = new CountDownLatch(1);
    ExecutorService launchers = Executors.newFixedThreadPool(2);
    try (JiraSimulator jira = jira();
        // Whoever has the lock is held up at BigQuery until the other one has ended.
        Loopback slow =
            Loopback.serving(
                call -> {
                  await(oneIsBack);
                  return Loopback.forward(emulators.transactions(), call);
                })) {
      Cloud cloud = cloud("contended", jira).with(emulators.options(slow.address()));
      List<CompletableFuture<Integer>> ends = new ArrayList<>();
      for (int launcher = 0; launcher < 2; launcher++) {
        ends.add(
            CompletableFuture.supplyAsync(() -> cloud.execute(clock, "run").exitCode(), launchers)
                .whenComplete((code, failure) -> oneIsBack.countDown()));
      }

      assertThat(List.of(ends.get(0).get(), ends.get(1).get())).containsExactlyInAnyOrder(0, 75);
      assertThat(tables("contended").size("_run")).isEqualTo(1);
    } finally {
      launchers.shutdownNow();
    }
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** BigQuery tells of a conflict as of a wrong statement; only the message says it. */
  private static Answer overtaken(Call call) {
    JsonNode reference = read(call.body()).path("jobReference");
    return Answer.ok(
        """
        {"jobReference": %s, "status": {"state": "DONE", "errorResult": {
          "reason": "invalidQuery", "location": "query",
          "message": "Query error: Transaction is aborted due to concurrent update against table \
        proj-test:overtaken.issue. Transaction ID: 61e30eea-0000-2dab-8e60-94eb2c1b1a92 at [3:1]"
        }}}"""
            .formatted(reference));
  }

  private static JsonNode read(String json) {
    return Documents.read(json.getBytes(StandardCharsets.UTF_8), JsonNode.class);
  }

  private static Table issueWithTextualVotes() {
    return new Table()
        .setTableReference(
            new TableReference()
                .setProjectId(Emulators.PROJECT)
                .setDatasetId("mistyped")
                .setTableId("issue"))
        .setSchema(
            new TableSchema()
                .setFields(List.of(new TableFieldSchema().setName("votes").setType("STRING"))));
  }

  private static Manifest run(Cloud cloud) {
    return new PublishedRuns(WarehouseStore.at(cloud.root())).manifests().get(0);
  }

  private static Manifest told(Manifest run, Instant finishedAt, Map<String, TableFiles> tables) {
    return new Manifest(
        run.runId(),
        run.pipeline(),
        run.status(),
        run.startedAt(),
        finishedAt,
        run.interval(),
        run.watermark(),
        tables);
  }

  /** As the run itself does, from its files. */
  private static void load(Cloud cloud, Manifest run) {
    JsonNode plan =
        Documents.read(
            WarehouseStore.at(cloud.root()).read(WarehouseLayout.plan(run.runId())).orElseThrow(),
            JsonNode.class);
    BigQueryConfig target =
        new BigQueryConfig(
            Emulators.PROJECT,
            cloud.dataset(),
            Emulators.LOCATION,
            Emulators.PROJECT,
            null,
            Map.of("team", "data"),
            new WriteMode.Merge(),
            null);
    List<String> notices =
        LoadIntoBigQuery.of(
                target,
                cloud.root(),
                FieldColumns.fromJson(plan.path("columns").toString()),
                TableSelection.of(List.of(), List.of()),
                MartColumns.BY_NAME)
            .publish(
                run, emulators.apis(emulators.transactions()), Sleeper.DEFAULT, Clock.systemUTC());
    assertThat(notices).isEmpty();
  }

  private static Content tables(String dataset) {
    return Content.ofDataset(
        emulators.client(emulators.transactions()), Emulators.PROJECT, dataset);
  }

  private Cloud cloud(String name, JiraSimulator jira) {
    return emulators
        .cloud(folder, name, emulators.transactions())
        .configured(jira.baseUri(), "  views: false");
  }

  private JiraSimulator jira() {
    return JiraSimulator.builder()
        .site(MarketingSite.seeded(7, 40, NOW))
        .credentials(Cloud.USER, Cloud.TOKEN)
        .clock(clock)
        .start();
  }
}
