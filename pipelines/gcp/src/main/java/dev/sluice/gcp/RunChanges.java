package dev.sluice.gcp;

import dev.sluice.gcp.MergedTable.Replacing;
import dev.sluice.pipelines.run.RunException;
import dev.sluice.schemas.layout.Manifest;
import dev.sluice.schemas.table.Tables;
import dev.sluice.transforms.state.CurrentState;
import dev.sluice.transforms.state.IssueStanding;
import dev.sluice.transforms.store.PublishedRuns;
import dev.sluice.transforms.store.WarehouseStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/**
 * What a run changes in tables that show what the runs published before it say. It is found out
 * from the files alone: they say which rows there were, also where an answer of BigQuery would be
 * stale.
 *
 * <p>An issue of which this run has the newest version, or that it found gone, is written anew with
 * all that belongs to it; what belonged to its last version and does not any more is deleted. What
 * is gone from Jira stays, marked. Dimensions are written whole and lose what the last run that
 * read them still had.
 */
final class RunChanges {

  private static final String ID = "id";
  private static final String ISSUE_ID = "issue_id";
  private static final String READ_AT = "_read_at";

  private final WarehouseStore store;
  private final PublishedRuns runs;
  private final Manifest run;
  private final List<MergedTable> tables;

  /**
   * @param tables those that the run writes, with or without rows
   */
  RunChanges(WarehouseStore store, Manifest run, List<MergedTable> tables) {
    this.store = store;
    this.runs = new PublishedRuns(store);
    this.run = run;
    this.tables = List.copyOf(tables);
  }

  /**
   * Looks whether a key occurs twice in a file, which stands for one shard.
   *
   * @throws RunException.DoubledRows when there are any; nothing has been handed on then
   */
  void requireUnique() {
    Map<String, Integer> doubled = new TreeMap<>();
    for (MergedTable table : tables) {
      if (table.isReadOnce()) {
        for (Manifest.DataFile file : run.table(table.name()).files()) {
          Set<List<String>> keys = new HashSet<>();
          keys(
              file,
              table,
              key -> {
                if (!keys.add(key)) {
                  doubled.merge(table.name(), 1, Integer::sum);
                }
              });
        }
      }
    }
    if (!doubled.isEmpty()) {
      throw new RunException.DoubledRows(
          doubled.entrySet().stream()
              .map(one -> one.getKey() + " (" + one.getValue() + ")")
              .collect(Collectors.joining(", ", "keys that occur more than once: ", "")));
    }
  }

  /** The keys of the tables that the run replaces as a whole, by table. */
  Map<String, List<List<String>>> wholes() {
    Map<String, List<List<String>>> keys = new TreeMap<>();
    for (MergedTable table : tables) {
      if (table.replacing() == Replacing.WHOLE) {
        List<List<String>> ofTable = new ArrayList<>();
        keys(run, table, ofTable::add);
        keys.put(table.name(), ofTable);
      }
    }
    return keys;
  }

  /**
   * Hands on all changes but that of {@code _run}; each key once, but where a list has changed
   * while it was read.
   *
   * @param sentBefore keys of whole tables that may be there besides those of published runs
   */
  void data(Map<String, List<List<String>>> sentBefore, Consumer<Change> consumer) {
    issues(consumer);
    for (MergedTable table : tables) {
      switch (table.replacing()) {
        case WHOLE -> whole(table, sentBefore.getOrDefault(table.name(), List.of()), consumer);
        case BY_KEY, OF_RUN -> {
          if (!isRun(table)) {
            rows(table, consumer);
          }
        }
        case ISSUES, CHILDREN -> {
          // Already done.
        }
      }
    }
  }

  /** Hands on what the run says of itself, which is that all the rest is there. */
  void run(Consumer<Change> consumer) {
    tables.stream().filter(RunChanges::isRun).forEach(table -> rows(table, consumer));
  }

  private static boolean isRun(MergedTable table) {
    return table.name().equals(Tables.RUN.name());
  }

  private void issues(Consumer<Change> consumer) {
    Set<String> touched = new LinkedHashSet<>();
    ids(MergedTable.ISSUE, ID, touched);
    ids(MergedTable.TOMBSTONE, ISSUE_ID, touched);
    if (touched.isEmpty()) {
      return;
    }
    CurrentState.Succession states = CurrentState.around(store, run);
    // Shard by shard, so that what is held at once stays small.
    Map<String, Set<String>> byPlace = new TreeMap<>();
    for (String id : touched) {
      Optional<IssueStanding> before = states.before().standing(id);
      states
          .after()
          .standing(id)
          .filter(after -> before.filter(was -> isSame(was, after)).isEmpty())
          .ifPresent(
              after ->
                  byPlace
                      .computeIfAbsent(
                          after.runId() + "/" + after.shardId(), place -> new TreeSet<>())
                      .add(id));
    }
    byPlace.values().forEach(ids -> issues(ids, states, consumer));
  }

  private static boolean isSame(IssueStanding before, IssueStanding after) {
    return before.isVersion(after) && before.gone() == after.gone();
  }

  private void ids(String table, String column, Set<String> ids) {
    for (Manifest.DataFile file : run.table(table).files()) {
      runs.records(
          file,
          schema -> PublishedRuns.narrowed(schema, List.of(column)),
          row -> ids.add(text(row, column)));
    }
  }

  private void issues(Set<String> ids, CurrentState.Succession states, Consumer<Change> consumer) {
    Map<String, IssueStanding> now = new HashMap<>();
    Set<String> replaced = new HashSet<>();
    for (String id : ids) {
      IssueStanding after = states.after().standing(id).orElseThrow();
      now.put(id, after);
      if (states.before().standing(id).filter(was -> !was.isVersion(after)).isPresent()) {
        replaced.add(id);
      }
    }
    for (MergedTable table : tables) {
      if (table.replacing() == Replacing.ISSUES) {
        states.after().rowsOf(table.name(), ids, row -> consumer.accept(of(table, row, ID, now)));
      } else if (table.replacing() == Replacing.CHILDREN) {
        Set<List<String>> kept = new HashSet<>();
        states
            .after()
            .rowsOf(
                table.name(),
                ids,
                row -> {
                  kept.add(key(table, row));
                  consumer.accept(of(table, row, ISSUE_ID, now));
                });
        states
            .before()
            .rowsOf(
                table.name(),
                replaced,
                row -> {
                  if (!kept.contains(key(table, row))) {
                    IssueStanding issue = standing(row, ISSUE_ID, now);
                    consumer.accept(
                        Change.delete(table, row, ChangeOrder.of(issue, run.finishedAt())));
                  }
                });
      }
    }
  }

  private Change of(
      MergedTable table, GenericRecord row, String idColumn, Map<String, IssueStanding> issues) {
    IssueStanding issue = standing(row, idColumn, issues);
    return new Change(
        table,
        Change.Kind.UPSERT,
        row,
        ChangeOrder.of(issue, run.finishedAt()),
        issue.gone() ? issue.foundGone().orElseThrow() : null);
  }

  private static IssueStanding standing(
      GenericRecord row, String idColumn, Map<String, IssueStanding> issues) {
    return Optional.ofNullable(issues.get(text(row, idColumn))).orElseThrow();
  }

  private void whole(MergedTable table, List<List<String>> sentBefore, Consumer<Change> consumer) {
    Set<List<String>> gone = new LinkedHashSet<>(sentBefore);
    runs.newestWith(table.name(), run.runId()).ifPresent(it -> keys(it, table, gone::add));
    Set<List<String>> kept = new HashSet<>();
    keys(run, table, kept::add);
    rows(table, consumer);
    gone.removeAll(kept);
    if (!kept.isEmpty()) {
      gone.forEach(
          key ->
              consumer.accept(
                  Change.delete(
                      table, row(table, key), ChangeOrder.of(run.finishedAt(), Instant.EPOCH))));
    }
  }

  private void keys(Manifest of, MergedTable table, Consumer<List<String>> keys) {
    of.table(table.name()).files().forEach(file -> keys(file, table, keys));
  }

  private void keys(Manifest.DataFile file, MergedTable table, Consumer<List<String>> keys) {
    runs.records(
        file,
        schema -> PublishedRuns.narrowed(schema, table.table().key()),
        row -> keys.accept(key(table, row)));
  }

  /** A row of nothing but its key. */
  private static GenericRecord row(MergedTable table, List<String> key) {
    List<String> columns = table.table().key();
    Schema schema =
        Schema.createRecord(
            table.name(),
            null,
            null,
            false,
            columns.stream()
                .map(column -> new Schema.Field(column, Schema.create(Schema.Type.STRING)))
                .toList());
    GenericRecord row = new GenericData.Record(schema);
    for (int i = 0; i < key.size(); i++) {
      row.put(columns.get(i), key.get(i));
    }
    return row;
  }

  private void rows(MergedTable table, Consumer<Change> consumer) {
    for (Manifest.DataFile file : run.table(table.name()).files()) {
      runs.records(
          file,
          UnaryOperator.identity(),
          row ->
              consumer.accept(
                  Change.upsert(table, row, ChangeOrder.of(run.finishedAt(), readAt(row)))));
    }
  }

  private static Instant readAt(GenericRecord row) {
    return row.hasField(READ_AT) && row.get(READ_AT) instanceof Long micros
        ? Instant.EPOCH.plusNanos(1000 * micros)
        : Instant.EPOCH;
  }

  private static List<String> key(MergedTable table, GenericRecord row) {
    return table.table().key().stream().map(column -> text(row, column)).toList();
  }

  private static String text(GenericRecord row, String column) {
    return String.valueOf(row.get(column));
  }
}
