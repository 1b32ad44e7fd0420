package dev.sluice.schemas.table;

import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.type.Member;
import dev.sluice.schemas.type.Struct;
import dev.sluice.schemas.type.Structs;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The reference of all tables, as text that is the same until a declaration changes. */
public final class TableReference {

  private static final String INTRODUCTION =
      """
      # Tables

      Every table and every column, generated from the declarations that extract, type and write them.

      Columns stand in the order given here. Only those of a key are never null. Ids are text; that of a
      person is the `accountId` on Cloud and the user `key` on Data Center. A `timestamp` is an instant
      in UTC with microseconds, a `date` a day without a zone, `json` any JSON value as text, a `list`
      is in Jira's order, and what the other types hold stands under [Records](#records).
      """;

  private static final String FROM_ISSUES =
      """

      ## From issues

      An issue that changed is read anew, whole, by the next run, which writes its row and the rows of
      its children and its history. What is true now is the newest row of an issue, by `updated` and then
      `_read_at`, together with the rows that the same run wrote for it in the other tables: a comment
      that is not among them any more was deleted.

      """;

  private static final String DIMENSIONS =
      """

      ## Dimensions

      Read anew, whole, by every run: what is true now are the rows of the newest run.

      """;

  private static final String ABOUT_THE_LOAD =
      """

      ## About the load

      What was asked of Jira, what came, and what did not.

      """;

  private static final String LINEAGE =
      """
      ## Lineage

      Every table whose name does not begin with `_` ends with these columns.

      """;

  private static final String RECORDS =
      """
      ## Records

      What columns of these types hold. Each member may be null.

      """;

  private static final String CUSTOM_FIELDS =
      """

      Before `extra` stands one column for each custom field, in the order of their ids, named after the
      field, typed by its schema and described by its id, name and type in Jira. `sluice discover` lists
      them.
      """;

  private TableReference() {}

  /** Returns Markdown with {@code \n} between lines, without the custom fields of any site. */
  public static String markdown() {
    List<Table> all = Tables.all(FieldColumns.none());
    List<String> fromIssues =
        Tables.fromIssues(FieldColumns.none()).stream()
            .map(issues -> issues.declaration().table().name())
            .toList();
    StringBuilder text = new StringBuilder(INTRODUCTION);
    Predicate<Table> ofIssues = table -> fromIssues.contains(table.name());
    Predicate<Table> ofTheLoad = table -> table.name().startsWith("_");
    append(FROM_ISSUES, all.stream().filter(ofIssues).toList(), text);
    append(DIMENSIONS, all.stream().filter(ofIssues.or(ofTheLoad).negate()).toList(), text);
    append(ABOUT_THE_LOAD, all.stream().filter(ofTheLoad).toList(), text);
    text.append('\n').append(LINEAGE);
    appendColumns(Lineage.COLUMNS, text);
    text.append('\n').append(RECORDS).append("| type | members |\n|---|---|\n");
    Structs.all().forEach(struct -> append(struct, text));
    return text.append(ViewReference.markdown()).toString();
  }

  private static void append(String heading, List<Table> tables, StringBuilder text) {
    text.append(heading).append("| table | rows |\n|---|---|\n");
    for (Table table : tables) {
      text.append("| [").append(table.name()).append("](#").append(table.name()).append(") | ");
      text.append(table.doc()).append(" |\n");
    }
    tables.forEach(table -> append(table, text));
  }

  private static void append(Table table, StringBuilder text) {
    String key = table.key().stream().map(TableReference::code).collect(Collectors.joining(", "));
    text.append("\n### ").append(table.name()).append("\n\n").append(table.doc());
    text.append(" Key: ").append(key).append(".\n\n");
    appendColumns(
        table.columns().stream().filter(column -> !Lineage.COLUMNS.contains(column)).toList(),
        text);
    if (table.name().equals("issue")) {
      text.append(CUSTOM_FIELDS);
    }
  }

  private static void appendColumns(List<Column> columns, StringBuilder text) {
    text.append("| column | type | meaning |\n|---|---|---|\n");
    for (Column column : columns) {
      text.append("| ").append(code(column.name()));
      text.append(" | ").append(code(column.type().text()));
      text.append(" | ").append(column.doc().replace("|", "\\|")).append(" |\n");
    }
  }

  private static void append(Struct struct, StringBuilder text) {
    text.append("| ").append(code(struct.name())).append(" | ");
    text.append(
        struct.members().stream().map(TableReference::member).collect(Collectors.joining(", ")));
    text.append(" |\n");
  }

  private static String member(Member member) {
    return code(member.name()) + " " + member.type().text();
  }

  private static String code(String name) {
    return "`" + name + "`";
  }
}
