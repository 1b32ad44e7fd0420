package dev.sluice.gcp;

import com.google.api.services.bigquery.model.TableFieldSchema;
import java.util.List;
import java.util.stream.Collectors;

/** Names and texts as GoogleSQL writes them, and the statements that are little more. */
record SqlNames(String project, String dataset) {

  String table(String name) {
    return "`" + project + "." + dataset + "." + name + "`";
  }

  static String text(String value) {
    StringBuilder text = new StringBuilder("'");
    value
        .chars()
        .forEach(
            character -> {
              switch (character) {
                case '\\', '\'' -> text.append('\\').append((char) character);
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append((char) character);
              }
            });
    return text.append('\'').toString();
  }

  /** Adds columns; those that are there already are left as they are. */
  String addColumns(String name, List<TableFieldSchema> fields) {
    return "ALTER TABLE "
        + table(name)
        + "\n"
        + fields.stream()
            .map(
                field ->
                    "  ADD COLUMN IF NOT EXISTS `"
                        + field.getName()
                        + "` "
                        + BigQueryType.text(field)
                        + " OPTIONS (description = "
                        + text(String.valueOf(field.getDescription()))
                        + ")")
            .collect(Collectors.joining(",\n"));
  }

  /**
   * Counts the keys that occur more than once, a row a table. Of what is read from Jira a key may
   * occur once a shard.
   */
  String doubledKeys(List<Staged> staged) {
    return staged.stream()
        .map(
            one ->
                "SELECT "
                    + text(one.table().name())
                    + " AS table_name, COUNT(*) AS doubled FROM (SELECT 1 AS one FROM "
                    + table(one.stagingName())
                    + " GROUP BY "
                    + keyOfStaging(one.table())
                    + " HAVING COUNT(*) > 1)")
        .collect(Collectors.joining("\nUNION ALL\n"));
  }

  private static String keyOfStaging(MergedTable table) {
    String key =
        table.table().key().stream()
            .map(column -> "`" + column + "`")
            .collect(Collectors.joining(", "));
    return table.hasColumn("_shard_id") ? key + ", `_shard_id`" : key;
  }
}
