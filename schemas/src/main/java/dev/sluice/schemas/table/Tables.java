package dev.sluice.schemas.table;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.schemas.field.ColumnNames;
import dev.sluice.schemas.field.FieldColumns;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every table there is. A declaration listed here is extracted, described and written. */
public final class Tables {

  /** Projects, fully reloaded by every run. */
  public static final Table PROJECT = ProjectTable.DECLARATION.table();

  /** Fields, fully reloaded by every run. */
  public static final Table FIELD = FieldTable.DECLARATION.table();

  /** Runs. */
  public static final Table RUN = RunTable.TABLE;

  /** Shards of runs. */
  public static final Table SHARD = ShardTable.TABLE;

  /** What could not be loaded. */
  public static final Table DEAD_LETTER = DeadLetterTable.TABLE;

  /** Columns that merged tables of a warehouse add; no field may take their names. */
  private static final Set<String> MERGED = Set.of("_deleted", "_deleted_at");

  private Tables() {}

  /** Returns table {@code issue} with the columns of the custom fields. */
  public static Table issue(FieldColumns fields) {
    return IssueTable.declaration(fields).declaration().table();
  }

  /** Returns the declarations of all tables whose rows come from issues; {@code issue} first. */
  public static List<IssueDeclaration<?>> fromIssues(FieldColumns fields) {
    return List.of(IssueTable.declaration(fields));
  }

  /** Returns the declarations of dimensions, each row of which is one object Jira answers. */
  public static List<Declaration<JsonNode>> fromAnswers() {
    return List.of(ProjectTable.DECLARATION);
  }

  /** Returns the declaration of table {@code field}. */
  public static Declaration<FieldElement> fromCatalogue() {
    return FieldTable.DECLARATION;
  }

  /** Returns every table, in the order of their documentation. */
  public static List<Table> all(FieldColumns fields) {
    return List.of(issue(fields), PROJECT, FIELD, RUN, SHARD, DEAD_LETTER);
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
