package dev.sluice.gcp;

import static dev.sluice.gcp.MergedTable.DELETED;
import static dev.sluice.gcp.MergedTable.DELETED_AT;

import com.google.api.services.bigquery.model.Table;
import com.google.api.services.bigquery.model.TableFieldSchema;
import com.google.api.services.bigquery.model.TableSchema;
import dev.sluice.pipelines.config.BigQueryConfig;
import dev.sluice.schemas.table.Column;
import dev.sluice.schemas.type.Scalar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rows of a run for one table, in a table of their own, and how statements write them.
 *
 * @param standing the columns of the table that people query; this run may know nothing of some
 */
record Staged(MergedTable table, String stagingName, StandingColumns standing) {

  /** The table that the files are loaded into. */
  Table definition(BigQueryConfig target, Instant expiresAt) {
    Table definition =
        new Table()
            .setTableReference(MergedTable.reference(target, stagingName))
            .setLabels(target.labels())
            .setSchema(schema())
            .setExpirationTime(expiresAt.toEpochMilli());
    MergedTable.encrypted(target).ifPresent(definition::setEncryptionConfiguration);
    return definition;
  }

  /**
   * A record has its members in the order in which the table that people query has them: files name
   * them, but a statement takes one record for another by the order alone.
   */
  TableSchema schema() {
    return new TableSchema().setFields(table.table().columns().stream().map(this::field).toList());
  }

  private TableFieldSchema field(Column column) {
    TableFieldSchema field = BigQueryType.ofStaging(column);
    if (field.getFields() != null) {
      standing.named(column.name()).ifPresent(it -> field.setFields(it.getFields()));
    }
    return field;
  }

  String name() {
    return table.name();
  }

  /** The columns that a row is inserted with. */
  String columns() {
    Stream<String> more = table.canBeDeleted() ? Stream.of(DELETED, DELETED_AT) : Stream.empty();
    return Stream.concat(table.columns().stream(), more)
        .map(column -> "`" + column + "`")
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /** The values of these columns, of a row called {@code S}. */
  String values() {
    Stream<String> more = table.canBeDeleted() ? Stream.of("FALSE", "NULL") : Stream.empty();
    return Stream.concat(table.table().columns().stream().map(Staged::value), more)
        .collect(Collectors.joining(", "));
  }

  /** Makes a row that is there the new one; a column that this run does not know is emptied. */
  String assignments() {
    List<String> assignments = new ArrayList<>();
    table
        .table()
        .columns()
        .forEach(column -> assignments.add("`" + column.name() + "` = " + value(column)));
    Set<String> known =
        table.fields().stream().map(TableFieldSchema::getName).collect(Collectors.toSet());
    standing
        .strangers(known)
        .forEach(
            stranger -> assignments.add("`" + stranger.getName() + "` = " + nothing(stranger)));
    if (table.canBeDeleted()) {
      assignments.add("`" + DELETED + "` = FALSE");
      assignments.add("`" + DELETED_AT + "` = CAST(NULL AS TIMESTAMP)");
    }
    return String.join(", ", assignments);
  }

  /**
   * A null with a type: one of the engines that stand in for BigQuery takes no other in a merge.
   */
  private static String nothing(TableFieldSchema field) {
    return "CAST(NULL AS " + BigQueryType.text(field) + ")";
  }

  /** Whether a row called {@code S} is that of the same key as one called {@code T}. */
  String sameKey() {
    return table.table().key().stream()
        .map(key -> "T.`" + key + "` = S.`" + key + "`")
        .collect(Collectors.joining(" AND "));
  }

  /** One row a key: where a run has met a thing twice, the newer one. */
  String newest(SqlNames names) {
    String keys =
        table.table().key().stream().map(key -> "`" + key + "`").collect(Collectors.joining(", "));
    List<String> order =
        Stream.of("updated", "detected_at", "_read_at", "_shard_id")
            .filter(table::hasColumn)
            .map(column -> "`" + column + "` DESC")
            .toList();
    return "(\n  SELECT * FROM "
        + names.table(stagingName)
        + "\n  WHERE TRUE\n  QUALIFY ROW_NUMBER() OVER (PARTITION BY "
        + keys
        + " ORDER BY "
        + (order.isEmpty() ? keys : String.join(", ", order))
        + ") = 1)";
  }

  /**
   * BigQuery's JSON holds no number beyond a double, and refuses what is nested too deep: such a
   * text is kept as a JSON string.
   */
  private static String value(Column column) {
    String value = "S.`" + column.name() + "`";
    return column.type() == Scalar.JSON
        ? "COALESCE(SAFE.PARSE_JSON(%s, wide_number_mode => 'round'), TO_JSON(%s))"
            .formatted(value, value)
        : value;
  }
}
