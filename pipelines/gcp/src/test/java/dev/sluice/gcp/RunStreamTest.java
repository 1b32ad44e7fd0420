package dev.sluice.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.api.services.bigquery.model.Table;
import com.google.api.services.bigquery.model.TableConstraints;
import com.google.api.services.bigquery.model.TableReference;
import com.google.api.services.bigquery.model.TableSchema;
import dev.sluice.pipelines.config.BigQueryConfig;
import dev.sluice.pipelines.config.ConfigFile;
import dev.sluice.pipelines.config.SluiceConfig;
import dev.sluice.pipelines.config.WriteMode;
import dev.sluice.pipelines.run.IntervalRequest;
import dev.sluice.pipelines.run.Launcher;
import dev.sluice.pipelines.run.RunException;
import dev.sluice.pipelines.run.RunFailed;
import dev.sluice.pipelines.run.RunListener;
import dev.sluice.pipelines.run.RunRequest;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.layout.Manifest;
import dev.sluice.schemas.layout.RunStatus;
import dev.sluice.schemas.table.Tables;
import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.SettableClock;
import dev.sluice.simulator.api.Edition;
import dev.sluice.simulator.live.LiveWork;
import dev.sluice.simulator.site.MarketingSite;
import dev.sluice.transforms.store.PublishedRuns;
import dev.sluice.transforms.store.WarehouseStore;
import io.grpc.Status;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole way into BigQuery by a stream of changes, with what BigQuery makes of them. */
final class RunStreamTest {

  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final IntervalRequest RUN = new IntervalRequest.Automatic();
  private static final IntervalRequest SWEEP = new IntervalRequest.Sweep();

  @TempDir Path folder;
  private final SettableClock clock = SettableClock.at(NOW);
  private final LiveWork people = LiveWork.seeded(5);
  private StreamingBigQuery bigQuery;
  private JiraSimulator jira;

  @BeforeEach
  void start() throws Exception {
    Files.writeString(folder.resolve("token"), Cloud.TOKEN, StandardCharsets.UTF_8);
    bigQuery = StreamingBigQuery.start();
    jira =
        JiraSimulator.builder()
            .site(MarketingSite.seeded(7, 40, NOW))
            .edition(Edition.CLOUD)
            .credentials(Cloud.USER, Cloud.TOKEN)
            .clock(clock)
            .start();
  }

  @AfterEach
  void stop() {
    jira.close();
    bigQuery.close();
  }

  @Test
  void afterEveryIncrementTheTablesShowWhatTheFilesSayWhateverCameFirst() {
    assertSame(RUN);
    for (int increment = 1; increment <= 6; increment++) {
      work(20);
      // A field gets another column: the new one is added, the old one empties as issues change.
      String more = increment < 4 ? "" : "fields: {columns: {customfield_10042: renamed}}";
      run(increment % 3 == 0 ? SWEEP : RUN, more);
      assertSameInAnyOrder();
    }
    assertThat(bigQuery.table("issue").rows(RunStreamTest::asTheyCame))
        .anyMatch(row -> row.containsKey("campaign_budget"))
        .anyMatch(row -> row.containsKey("renamed"));
    assertThat(bigQuery.table("issue").rows(RunStreamTest::asTheyCame))
        .filteredOn(row -> "true".equals(row.get(MergedTable.DELETED)))
        .as("what is gone stays, marked, as do its children")
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat(bigQuery.table("issue_field_history").rows(RunStreamTest::asTheyCame))
                    .filteredOn(child -> Objects.equals(child.get("issue_id"), row.get("id")))
                    .isNotEmpty()
                    .allMatch(child -> "true".equals(child.get(MergedTable.DELETED))));
    assertThat(bigQuery.table("issue_field_history").rows(RunStreamTest::asTheyCame).size())
        .as("rows that are replaced are not kept")
        .isLessThan(bigQuery.table("issue_field_history").size());
  }

  @Test
  void theSameRunSentTwiceChangesNothing() {
    assertSame(RUN);
    work(20);
    assertSame(RUN);
    Content before = content(RunStreamTest::asTheyCame);

    publish(newest());

    assertThat(content(RunStreamTest::asTheyCame)).isEqualTo(before);
    assertSame();
  }

  @Test
  void anOlderRunThatIsSentOnceMoreChangesNoIssue() {
    assertSame(RUN);
    Manifest first = newest();
    work(20);
    assertSame(RUN);
    List<String> before = content(RunStreamTest::asTheyCame).rows("issue");

    publish(first);

    assertThat(content(RunStreamTest::asTheyCame).rows("issue")).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 300})
  void aRunThatIsCutOffWhileItSendsIsEndedByTheNextOne(int rows) {
    assertSame(RUN);
    work(20);
    bigQuery.serveRows(rows);
    assertCutOff(RUN);

    bigQuery.serveAll();
    work(10);
    assertSame(RUN);
  }

  @Test
  void alsoOneThatIsNotTakenUp() {
    assertSame(RUN);
    work(30);
    bigQuery.serveRows(300);
    assertCutOff(SWEEP);

    bigQuery.serveAll();
    work(10);
    assertSame(RUN);
    assertSame(SWEEP);
    assertThat(folder.resolve("wh/_sluice/runs").toFile())
        .isDirectoryRecursivelyContaining("glob:**/manifest.json");
  }

  @Test
  void whatARunSaysOfItselfComesWhenEverythingElseIsThere() {
    bigQuery.refuse("_run");
    assertCutOff(RUN);

    assertThat(bigQuery.table("issue").rows(RunStreamTest::asTheyCame)).isNotEmpty();
    assertThat(bigQuery.table("_run").rows(RunStreamTest::asTheyCame)).isEmpty();
    assertThat(new PublishedRuns(store()).manifests()).isEmpty();

    bigQuery.serveAll();
    assertSame(RUN);
    assertThat(bigQuery.table("_run").rows(RunStreamTest::asTheyCame)).hasSize(1);
  }

  @Test
  void whatPassesIsWaitedForAndSentAgain() {
    assertSame(RUN);
    work(20);
    run(RUN, "");
    int arrived = bigQuery.arrived();
    bigQuery.fail(Status.NOT_FOUND, Status.UNAVAILABLE, Status.INTERNAL);

    publish(newest());

    assertThat(bigQuery.arrived()).isGreaterThan(arrived);
    assertSame();
  }

  @Test
  void aDatasetThatRunsWereMergedIntoIsRefused() {
    bigQuery.put(
        new Table()
            .setTableReference(new TableReference().setTableId("issue"))
            .setSchema(new TableSchema().setFields(List.of()))
            .setTableConstraints(new TableConstraints()));

    assertThatExceptionOfType(RunFailed.class)
        .isThrownBy(() -> run(RUN, ""))
        .withCauseInstanceOf(RunException.OutputRefused.class)
        .satisfies(
            e -> assertThat(e.getCause()).hasMessage("p-1.jira.issue was made for mode: merge"));
    assertThat(bigQuery.arrived()).isZero();
  }

  @Test
  void runsAreNotMergedIntoADatasetThatChangesAreStreamedTo() {
    assertSame(RUN);
    BigQueryConfig merge = target(new WriteMode.Merge());

    assertThatExceptionOfType(RunException.OutputRefused.class)
        .isThrownBy(
            () ->
                new TargetTables(apis().bigQuery(), merge)
                    .requireUsable(List.of(new MergedTable(Tables.PROJECT))))
        .withMessage("p-1.jira.project was made for mode: cdc");
  }

  @Test
  void tablesSayHowOldAnAnswerMayBe() {
    assertSame(RUN);

    assertThat(bigQuery.table("issue").definition().getMaxStaleness()).isEqualTo("0-0 0 0:15:0");
    assertThat(bigQuery.table("issue").definition().getLabels())
        .containsEntry("sluice_mode", "cdc")
        .containsEntry("team", "data");
  }

  private void work(int changes) {
    for (int change = 0; change < changes; change++) {
      clock.advance(Duration.ofSeconds(40));
      people.step(jira.edits());
    }
    clock.advance(Duration.ofMinutes(20));
  }

  private void assertSame(IntervalRequest interval) {
    run(interval, "");
    assertSame();
  }

  private void assertSame() {
    Content files = Content.ofFiles(store().root());
    assertThat(files.size("issue")).isPositive();
    assertThat(content(RunStreamTest::asTheyCame).differencesTo(files)).isEmpty();
  }

  private void assertSameInAnyOrder() {
    assertSame();
    Content files = Content.ofFiles(store().root());
    assertThat(content(Collections::reverse).differencesTo(files)).isEmpty();
    assertThat(content(changes -> Collections.shuffle(changes, new Random(3))).differencesTo(files))
        .isEmpty();
  }

  private void assertCutOff(IntervalRequest interval) {
    int before = new PublishedRuns(store()).manifests().size();
    assertThatExceptionOfType(RunFailed.class).isThrownBy(() -> run(interval, ""));
    assertThat(new PublishedRuns(store()).manifests()).hasSize(before);
  }

  private void run(IntervalRequest interval, String more) {
    var summary =
        new Launcher(clock, RunListener.silent(), (failed, cause) -> failed)
            .run(new RunRequest(config(more), interval, false, bigQuery.options()));
    assertThat(summary.status()).isEqualTo(RunStatus.OK);
  }

  /** Files are on this machine, where only BigQuery itself would mind. */
  private SluiceConfig config(String more) {
    return ConfigFile.parse(
            """
            jira:
              url: %s
              auth: {type: basic, user: %s, token: "file:%s"}
              site: acme
              budget: {requests-per-second: 1000, concurrency: 4}
            output:
              type: bigquery
              project: p-1
              dataset: jira
              location: EU
              staging: gs://elsewhere
              labels: {team: data}
              mode: cdc
              max-staleness: 15m
              views: false
            sweep: {max-deleted: 50%%}
            %s
            """
                .formatted(jira.baseUri(), Cloud.USER, folder.resolve("token"), more),
            "sluice.yaml",
            Map.of())
        .withOutputPath(folder.resolve("wh").toString());
  }

  private static void asTheyCame(List<StreamedTable.Arrived> changes) {}

  private Content content(Consumer<List<StreamedTable.Arrived>> order) {
    return Content.ofChanges(bigQuery, order);
  }

  private void publish(Manifest manifest) {
    BigQueryConfig target = target(new WriteMode.Cdc(null));
    new RunStream(
            apis(),
            target,
            store().root(),
            DatasetTables.of(target, FieldColumns.none(), manifest.tables().keySet()).written(),
            pause -> {})
        .publish(manifest);
  }

  private static BigQueryConfig target(WriteMode mode) {
    return new BigQueryConfig("p-1", "jira", "EU", "p-1", null, Map.of(), mode, null);
  }

  private Manifest newest() {
    List<Manifest> manifests = new PublishedRuns(store()).manifests();
    return manifests.get(manifests.size() - 1);
  }

  private GoogleApis apis() {
    return new GoogleApis(
        PipelineOptionsFactory.fromArgs(bigQuery.options().toArray(String[]::new)).create());
  }

  private WarehouseStore store() {
    return WarehouseStore.at(folder.resolve("wh").toString());
  }
}
