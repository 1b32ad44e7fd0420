package dev.sluice.transforms.state;

import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.layout.Manifest;
import dev.sluice.schemas.layout.WarehouseLayout;
import dev.sluice.schemas.table.Tables;
import dev.sluice.transforms.store.PublishedRuns;
import dev.sluice.transforms.store.WarehouseStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/**
 * The warehouse as it is now. Of every issue, the newest row over all manifests counts: by {@code
 * updated}, then by {@code _read_at}, then the later run. Rows of other tables that come from
 * issues count when they were read together with that row, so that a comment deleted in Jira
 * disappears with the next read of its issue. An issue with a tombstone is not there, unless a run
 * has read it since. What a partial run published is as true as the rest.
 *
 * <p>The state is that of the moment it was made; runs that publish later do not change it. It
 * holds about forty bytes an issue; rows are read one after another, whenever somebody asks. A
 * published file that cannot be read is an {@link java.io.UncheckedIOException}.
 */
public final class CurrentState {

  private static final String ISSUE = "issue";

  /** Written whole by every run. */
  private static final String FIELDS = Tables.FIELD_COLUMN.name();

  private static final Set<String> FROM_ISSUES =
      Tables.fromIssues(FieldColumns.none()).stream()
          .map(declaration -> declaration.declaration().table().name())
          .collect(Collectors.toUnmodifiableSet());

  private final PublishedRuns runs;
  private final List<Manifest> manifests;
  private final CurrentIssues issues;
  private final long size;

  private CurrentState(PublishedRuns runs, List<Manifest> manifests, CurrentIssues issues) {
    this.runs = runs;
    this.manifests = manifests;
    this.issues = issues;
    this.size = issues.size();
  }

  /** Reads the state of a warehouse; that of an empty one is empty. */
  public static CurrentState of(WarehouseStore store) {
    PublishedRuns runs = new PublishedRuns(store);
    List<Manifest> manifests = runs.manifests();
    CurrentIssues issues = new CurrentIssues();
    tell(runs, manifests, run -> List.of(issues));
    return new CurrentState(runs, manifests, issues);
  }

  /**
   * The state of a warehouse without a run, and what it becomes when that run is published; what
   * the other runs have published is read once.
   */
  public static Succession around(WarehouseStore store, Manifest run) {
    PublishedRuns runs = new PublishedRuns(store);
    List<Manifest> with = new ArrayList<>(runs.manifests());
    with.removeIf(manifest -> manifest.runId().equals(run.runId()));
    List<Manifest> without = new ArrayList<>(with);
    with.add(run);
    with.sort(PublishedRuns.ORDER);
    int added = with.indexOf(run);
    // Both number the runs alike.
    without.add(added, run.withoutTables());
    CurrentIssues before = new CurrentIssues();
    CurrentIssues after = new CurrentIssues();
    tell(runs, with, number -> number == added ? List.of(after) : List.of(before, after));
    return new Succession(
        new CurrentState(runs, without, before), new CurrentState(runs, with, after));
  }

  /** Two states, of which one follows the other. */
  public record Succession(CurrentState before, CurrentState after) {}

  private static void tell(
      PublishedRuns runs, List<Manifest> manifests, IntFunction<List<CurrentIssues>> whom) {
    each(
        runs,
        manifests,
        Tables.TOMBSTONE.name(),
        schema -> PublishedRuns.narrowed(schema, IssueColumns.OF_TOMBSTONE),
        (run, row) ->
            whom.apply(run)
                .forEach(told -> told.tombstone(row, run, manifests.get(run).finishedAt())));
    each(
        runs,
        manifests,
        ISSUE,
        schema -> PublishedRuns.narrowed(schema, IssueColumns.OF_VERSION),
        (run, row) -> whom.apply(run).forEach(told -> told.issue(row, run)));
  }

  /** How many issues there are. */
  public long size() {
    return size;
  }

  /** Whether an issue is there. */
  public boolean has(String issueId) {
    return issues.has(issueId);
  }

  /**
   * When an issue was changed last, as far as the warehouse knows, UTC; empty when it is not there.
   */
  public Optional<Instant> updated(String issueId) {
    return issues.updated(issueId);
  }

  /** How an issue stands, there or gone; empty when no run has ever read it. */
  public Optional<IssueStanding> standing(String issueId) {
    return issues.standing(issueId, run -> manifests.get(run).runId());
  }

  /** The ids of the issues that are there, ascending, as far as they are numbers: Jira's are. */
  public long[] ids() {
    return issues.numericIds();
  }

  /** Hands on every issue that is there, once, in no particular order. */
  public void known(Consumer<KnownIssue> consumer) {
    BitSet once = new BitSet();
    each(
        ISSUE,
        schema -> PublishedRuns.narrowed(schema, IssueColumns.OF_KNOWN),
        (run, row) -> {
          if (issues.isCurrent(row, run, once)) {
            consumer.accept(IssueColumns.known(row, manifests.get(run).runId()));
          }
        });
  }

  /**
   * The schema of what {@link #rows} hands on: the columns of the newest file first, then those
   * that only older ones have, nested records in their newest shape; empty when no run has written
   * the table.
   */
  public Optional<Schema> schema(String table) {
    Set<String> seen = new HashSet<>();
    List<Schema> newestFirst = new ArrayList<>();
    for (int run = manifests.size() - 1; run >= 0; run--) {
      for (Manifest.DataFile file : manifests.get(run).table(table).files()) {
        if (seen.add(file.schema())) {
          newestFirst.add(runs.schema(file));
        }
      }
    }
    return MergedSchema.of(newestFirst);
  }

  /**
   * Hands on the current rows of a table, all with the same {@link #schema}; a column an older file
   * does not have is null.
   *
   * <p>Of {@code issue} and the tables that come from issues: those of the issues that are there.
   * Of a dimension, and of {@code _field}: what the newest run wrote that wrote any, but of {@code
   * user} the newest row of each, since a run sees only the people of the directory and of the
   * issues it reads. Of the tables about the load, whose names begin with {@code _}: all rows of
   * all runs.
   */
  public void rows(String table, Consumer<GenericRecord> consumer) {
    schema(table).ifPresent(schema -> rows(table, written -> schema, consumer));
  }

  /**
   * Hands on the same rows with some of their columns, and what it needs itself, which is faster;
   * columns that the row's file does not have stay away.
   */
  public void rows(String table, List<String> columns, Consumer<GenericRecord> consumer) {
    List<String> wanted = new ArrayList<>(IssueColumns.OF_VERSION);
    wanted.add(IssueColumns.ISSUE_ID);
    wanted.addAll(columns);
    rows(table, written -> PublishedRuns.narrowed(written, wanted), consumer);
  }

  /**
   * Hands on the newest rows of some issues, those that are gone included, each in the schema it
   * was written with. Only files in which there are any are read.
   *
   * @param table {@code issue}, or one whose rows come from issues
   */
  public void rowsOf(String table, Set<String> issueIds, Consumer<GenericRecord> consumer) {
    Set<String> places = new HashSet<>();
    issueIds.forEach(id -> standing(id).ifPresent(found -> places.add(place(found))));
    boolean ofIssues = table.equals(ISSUE);
    Set<String> once = new HashSet<>();
    for (int number = 0; number < manifests.size(); number++) {
      int run = number;
      for (Manifest.DataFile file : manifests.get(run).table(table).files()) {
        if (places.contains(
            place(manifests.get(run).runId(), WarehouseLayout.shardOf(file.path())))) {
          runs.records(
              file,
              UnaryOperator.identity(),
              row -> {
                String id =
                    IssueColumns.text(row, ofIssues ? IssueColumns.ID : IssueColumns.ISSUE_ID);
                boolean wanted =
                    issueIds.contains(id)
                        && (ofIssues
                            ? issues.isNewest(row, run) && once.add(id)
                            : issues.belongsToNewest(row, run));
                if (wanted) {
                  consumer.accept(row);
                }
              });
        }
      }
    }
  }

  private static String place(IssueStanding issue) {
    return place(issue.runId(), issue.shardId());
  }

  private static String place(String runId, String shardId) {
    return runId + "/" + shardId;
  }

  private void rows(String table, UnaryOperator<Schema> reading, Consumer<GenericRecord> consumer) {
    if (table.startsWith("_") && !table.equals(FIELDS)) {
      each(table, reading, (run, row) -> consumer.accept(row));
    } else if (FROM_ISSUES.contains(table)) {
      BitSet once = new BitSet();
      each(
          table,
          reading,
          (run, row) -> {
            boolean current =
                table.equals(ISSUE)
                    ? issues.isCurrent(row, run, once)
                    : issues.belongsToCurrent(row, run);
            if (current) {
              consumer.accept(row);
            }
          });
    } else {
      dimension(table, reading, consumer);
    }
  }

  private void dimension(
      String table, UnaryOperator<Schema> reading, Consumer<GenericRecord> consumer) {
    boolean people = table.equals(Tables.USER.name());
    Set<String> seen = new HashSet<>();
    for (int run = manifests.size() - 1; run >= 0; run--) {
      List<Manifest.DataFile> files = manifests.get(run).table(table).files();
      for (Manifest.DataFile file : files) {
        runs.records(
            file,
            reading,
            row -> {
              if (!people || seen.add(IssueColumns.text(row, IssueColumns.ID))) {
                consumer.accept(row);
              }
            });
      }
      if (!people && !files.isEmpty()) {
        return;
      }
    }
  }

  private interface RowOfRun {
    void accept(int run, GenericRecord row);
  }

  private void each(String table, UnaryOperator<Schema> reading, RowOfRun consumer) {
    each(runs, manifests, table, reading, consumer);
  }

  /** Every published row, in the order of the runs. */
  private static void each(
      PublishedRuns runs,
      List<Manifest> manifests,
      String table,
      UnaryOperator<Schema> reading,
      RowOfRun consumer) {
    for (int run = 0; run < manifests.size(); run++) {
      int number = run;
      for (Manifest.DataFile file : manifests.get(run).table(table).files()) {
        runs.records(file, reading, row -> consumer.accept(number, row));
      }
    }
  }
}
