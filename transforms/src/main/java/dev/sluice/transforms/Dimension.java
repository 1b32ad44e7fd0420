package dev.sluice.transforms;

import dev.sluice.schemas.avro.DimensionRows;
import dev.sluice.schemas.avro.Row;
import dev.sluice.schemas.field.FieldCatalogue;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.table.Lineage;
import dev.sluice.schemas.table.Tables;
import dev.sluice.transforms.jira.JiraClient;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** A table that every run reloads whole: how Jira is asked for it, and how its rows are made. */
enum Dimension {
  PROJECT {
    @Override
    List<Row> read(JiraClient client, FieldColumns columns, Function<Instant, Lineage> lineage) {
      var projects = client.projects();
      Lineage read = lineage.apply(client.serverTime());
      DimensionRows rows = new DimensionRows();
      return projects.stream().map(project -> rows.of(Tables.PROJECT, project, read)).toList();
    }
  },
  FIELD {
    @Override
    List<Row> read(JiraClient client, FieldColumns columns, Function<Instant, Lineage> lineage) {
      FieldCatalogue catalogue = FieldCatalogue.parse(client.fields());
      return new DimensionRows().fields(catalogue, columns, lineage.apply(client.serverTime()));
    }
  };

  /** Reads the whole dimension; {@code lineage} is told the server's time of the answer. */
  abstract List<Row> read(
      JiraClient client, FieldColumns columns, Function<Instant, Lineage> lineage);

  static List<String> names() {
    return Stream.of(values()).map(Enum::name).toList();
  }

  static Dimension named(String name) {
    return valueOf(name);
  }

  /** The id of the shard that holds the dimension: the name of its table. */
  String shardId() {
    return name().toLowerCase(Locale.ROOT);
  }
}
