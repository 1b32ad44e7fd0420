package dev.sluice.schemas.table;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.schemas.field.ColumnNames;
import dev.sluice.schemas.field.FieldColumns;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every table there is. A declaration listed here is extracted, described and written. */
public final class Tables {

  /** Projects, fully reloaded by every run. */
  public static final Table PROJECT = ProjectTable.DECLARATION.table();

  /** Components, fully reloaded by every run. */
  public static final Table COMPONENT = ComponentTable.DECLARATION.table();

  /** Versions, fully reloaded by every run. */
  public static final Table VERSION = VersionTable.DECLARATION.table();

  /** People, fully reloaded by every run. */
  public static final Table USER = UserTable.DECLARATION.table();

  /** Fields, fully reloaded by every run. */
  public static final Table FIELD = FieldTable.DECLARATION.table();

  /** Statuses, fully reloaded by every run. */
  public static final Table STATUS = StatusTable.DECLARATION.table();

  /** Issue types, fully reloaded by every run. */
  public static final Table ISSUE_TYPE = IssueTypeTable.DECLARATION.table();

  /** Priorities, fully reloaded by every run. */
  public static final Table PRIORITY = NamedTable.PRIORITY.table();

  /** Resolutions, fully reloaded by every run. */
  public static final Table RESOLUTION = NamedTable.RESOLUTION.table();

  /** Boards, fully reloaded by every run. */
  public static final Table BOARD = BoardTable.DECLARATION.table();

  /** Sprints, fully reloaded by every run. */
  public static final Table SPRINT = SprintTable.DECLARATION.table();

  /** The name of the table of worklogs. */
  public static final String WORKLOG = WorklogTable.DECLARATION.declaration().table().name();

  /** The name of the table of statuses over time. */
  public static final String STATUS_INTERVAL =
      ValueIntervalTable.STATUS.declaration().table().name();

  /** Runs. */
  public static final Table RUN = RunTable.TABLE;

  /** Shards of runs. */
  public static final Table SHARD = ShardTable.TABLE;

  /** Which column carried which field, and when. */
  public static final Table FIELD_COLUMN = FieldColumnTable.TABLE;

  /** Fields that came, went or changed. */
  public static final Table SCHEMA_CHANGE = SchemaChangeTable.TABLE;

  /** What could not be loaded. */
  public static final Table DEAD_LETTER = DeadLetterTable.TABLE;

  /** Issues that can no longer be read. */
  public static final Table TOMBSTONE = TombstoneTable.TABLE;

  /** Columns that merged tables of a warehouse add; no field may take their names. */
  private static final Set<String> MERGED = Set.of("_deleted", "_deleted_at");

  private Tables() {}

  /** Returns table {@code issue} with the columns of the custom fields. */
  public static Table issue(FieldColumns fields) {
    return IssueTable.declaration(fields).declaration().table();
  }

  /** Returns the declarations of all tables whose rows come from issues; {@code issue} first. */
  public static List<IssueDeclaration<?>> fromIssues(FieldColumns fields) {
    return List.of(
        IssueTable.declaration(fields),
        IssueFieldHistoryTable.DECLARATION,
        CommentTable.DECLARATION,
        WorklogTable.DECLARATION,
        AttachmentTable.DECLARATION,
        IssueLinkTable.DECLARATION,
        IssueMultivalueTable.declaration(fields),
        ValueIntervalTable.STATUS,
        ValueIntervalTable.ASSIGNEE,
        SprintIntervalTable.DECLARATION,
        IssueKeyAliasTable.DECLARATION);
  }

  /** Returns the declarations of dimensions, each row of which is one object Jira answers. */
  public static List<Declaration<JsonNode>> fromAnswers() {
    return List.of(
        ProjectTable.DECLARATION,
        ComponentTable.DECLARATION,
        VersionTable.DECLARATION,
        UserTable.DECLARATION,
        StatusTable.DECLARATION,
        IssueTypeTable.DECLARATION,
        NamedTable.PRIORITY,
        NamedTable.RESOLUTION,
        BoardTable.DECLARATION,
        SprintTable.DECLARATION);
  }

  /** Returns the declaration of table {@code field}. */
  public static Declaration<FieldElement> fromCatalogue() {
    return FieldTable.DECLARATION;
  }

  /** Returns the tables that every run reloads whole. */
  public static List<Table> dimensions() {
    return List.of(
        PROJECT,
        COMPONENT,
        VERSION,
        USER,
        FIELD,
        STATUS,
        ISSUE_TYPE,
        PRIORITY,
        RESOLUTION,
        BOARD,
        SPRINT);
  }

  /** Returns every table, in the order of their documentation. */
  public static List<Table> all(FieldColumns fields) {
    List<Table> all = new ArrayList<>();
    fromIssues(fields).forEach(declaration -> all.add(declaration.declaration().table()));
    all.addAll(dimensions());
    all.addAll(List.of(RUN, SHARD, FIELD_COLUMN, SCHEMA_CHANGE, DEAD_LETTER, TOMBSTONE));
    return List.copyOf(all);
  }

  /**
   * Returns the naming rule for custom fields beside the columns table {@code issue} has itself.
   */
  public static ColumnNames columnNames() {
    Set<String> reserved = new HashSet<>(MERGED);
    issue(FieldColumns.none()).columns().forEach(column -> reserved.add(column.name()));
    return new ColumnNames(reserved);
  }
}
