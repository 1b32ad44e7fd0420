package dev.sluice.transforms;

import dev.sluice.schemas.avro.Row;
import dev.sluice.schemas.field.FieldRegistry;
import dev.sluice.schemas.field.SchemaChange;
import dev.sluice.schemas.field.WorkflowDrift;
import dev.sluice.schemas.layout.Documents;
import dev.sluice.schemas.layout.Manifest;
import dev.sluice.schemas.layout.Notice;
import dev.sluice.schemas.layout.RunHeader;
import dev.sluice.schemas.layout.RunStatus;
import dev.sluice.schemas.layout.RunSummary;
import dev.sluice.schemas.layout.State;
import dev.sluice.schemas.layout.WarehouseLayout;
import dev.sluice.transforms.store.RegistryOvertakenException;
import dev.sluice.transforms.store.Snapshot;
import dev.sluice.transforms.store.WarehouseStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the documents that end a run, the ones that others depend on last. */
final class Commit {

  /** The rows about the run come from no shard. */
  private static final String FILE_NAME = "run";

  private final WarehouseStore store;
  private final RunHeader run;
  private final PlannedSchema schema;

  Commit(WarehouseStore store, RunHeader run, PlannedSchema schema) {
    this.store = store;
    this.run = run;
    this.schema = schema;
  }

  /** Writes the last files and decides what the documents will say. */
  EndedRun end(
      RunOutcome outcome, List<ShardResult> results, PlanningCost planning, Instant finishedAt)
      throws IOException {
    State before = state(store.read(WarehouseLayout.STATE).orElse(null));
    boolean again = run.runId().equals(before.lastRunId());
    boolean overtaken = !again && before.revision() != run.stateRevision();
    State after =
        outcome.status() == RunStatus.OK && !again && !overtaken
            ? before.after(run, finishedAt)
            : before;
    RunSummary summary =
        outcome.summary(
            finishedAt,
            overtaken ? planning.with(overtakenBy(before)) : planning,
            store.root(),
            after.watermark());
    if (outcome.status() == RunStatus.FAILED) {
      return ended(null, summary, before, after);
    }
    writeRegistry();
    outcome
        .profile()
        .ifPresent(
            profile -> store.write(WarehouseLayout.profile(run.runId()), Documents.write(profile)));
    List<SchemaChange> ofLists = new WorkflowLists(store, run).changes(outcome.tables());
    RunSummary noticed = summary.noticing(notices(planning, ofLists));
    return ended(manifest(outcome, results, noticed, ofLists), noticed, before, after);
  }

  private static EndedRun ended(
      @Nullable Manifest manifest, RunSummary summary, State before, State after) {
    return new EndedRun(
        manifest, summary, after.revision() == before.revision() ? null : after, before.revision());
  }

  /**
   * Writes manifest, state and summary; may be repeated. The shards stay remembered: an engine that
   * begins a whole graph anew, as Flink does when it loses a worker, may do so after this.
   */
  void publish(EndedRun ended) {
    if (ended.manifest() != null) {
      store.write(WarehouseLayout.manifest(run.runId()), Documents.write(ended.manifest()));
      if (ended.after() != null) {
        move(ended.after(), ended.stateRevision());
      }
    }
    store.write(WarehouseLayout.summary(run.runId()), Documents.write(ended.summary()));
  }

  private void move(State after, long revision) {
    Snapshot snapshot = store.snapshot(WarehouseLayout.STATE);
    State before = state(snapshot.content().orElse(null));
    if (run.runId().equals(before.lastRunId())) {
      return;
    }
    if (before.revision() != revision
        || store.replace(WarehouseLayout.STATE, snapshot, Documents.write(after)).isEmpty()) {
      throw new IllegalStateException(
          "the state of " + store.root() + " was changed while run " + run.runId() + " committed");
    }
  }

  private State state(byte @Nullable [] json) {
    return json == null ? State.initial(run.pipeline()) : Documents.read(json, State.class);
  }

  /**
   * Two runs wrote at once, because a lock was forced: what was read stays, the state is theirs.
   */
  private static String overtakenBy(State other) {
    return "run "
        + other.lastRunId()
        + " changed the state while this one ran: the watermark is left at "
        + other.watermark();
  }

  /** Columns become pinned with the first rows that use them, not before: this is the moment. */
  private void writeRegistry() {
    FieldRegistry registry = schema.registry();
    String path = WarehouseLayout.fields(registry.version());
    byte[] content = registry.toJson().getBytes(StandardCharsets.UTF_8);
    if (registry.version() > 0 && !store.writeOnce(path, content)) {
      throw new RegistryOvertakenException(store.root() + path);
    }
  }

  private List<Notice> notices(PlanningCost planning, List<SchemaChange> ofLists) {
    List<Notice> notices = new ArrayList<>(planning.notices());
    notices.addAll(schema.notices());
    ofLists.forEach(change -> notices.add(WorkflowDrift.notice(change)));
    return notices;
  }

  private Manifest manifest(
      RunOutcome outcome, List<ShardResult> results, RunSummary summary, List<SchemaChange> ofLists)
      throws IOException {
    Map<String, Manifest.TableFiles> tables = new TreeMap<>(outcome.tables());
    add(tables, schema.registry().periods().stream().map(SchemaRows::of).toList());
    add(
        tables,
        Stream.concat(schema.changes().stream(), ofLists.stream())
            .map(change -> SchemaRows.of(change, run))
            .toList());
    add(tables, results.stream().map(result -> RunRows.of(result, run)).toList());
    add(tables, List.of(RunRows.of(summary, run)));
    return new Manifest(
        run.runId(),
        run.pipeline(),
        summary.status(),
        summary.startedAt(),
        summary.finishedAt(),
        run.interval(),
        summary.watermark(),
        tables);
  }

  private void add(Map<String, Manifest.TableFiles> tables, List<Row> rows) throws IOException {
    if (!rows.isEmpty()) {
      String table = rows.get(0).table();
      String path = WarehouseLayout.dataFile(table, run.interval(), run.runId(), FILE_NAME);
      tables.put(table, RunOutcome.filesOf(List.of(AvroFile.write(store, path, rows))));
    }
  }
}
