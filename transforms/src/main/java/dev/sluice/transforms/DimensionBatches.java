package dev.sluice.transforms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sluice.schemas.avro.DimensionRows;
import dev.sluice.schemas.avro.Row;
import dev.sluice.schemas.field.FieldCatalogue;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.layout.RunHeader;
import dev.sluice.schemas.table.Lineage;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Makes batches of the objects of a dimension: rows, or people who are still to be merged. */
final class DimensionBatches {

  private static final int PER_BATCH = 1_000;

  private final FieldColumns columns;
  private final RunHeader run;
  private final DimensionRows reader = new DimensionRows();

  DimensionBatches(FieldColumns columns, RunHeader run) {
    this.columns = columns;
    this.run = run;
  }

  void of(
      Dimension dimension,
      List<JsonNode> objects,
      Instant readAt,
      Consumer<RowBatch> rows,
      Consumer<PeopleBatch> people) {
    String shardId = dimension.shardId();
    for (int from = 0; from < objects.size(); from += PER_BATCH) {
      List<JsonNode> some = objects.subList(from, Math.min(objects.size(), from + PER_BATCH));
      if (dimension == Dimension.USER) {
        PeopleBatch.of(true, readAt, some).forEach(people);
      } else {
        Lineage lineage = new Lineage(run.site(), run.runId(), shardId, readAt);
        rows.accept(new RowBatch(shardId, from, readAt, null, rows(dimension, some, lineage)));
      }
    }
  }

  private List<Row> rows(Dimension dimension, List<JsonNode> objects, Lineage lineage) {
    if (dimension == Dimension.FIELD) {
      JsonNode array = JsonNodeFactory.instance.arrayNode().addAll(objects);
      return reader.fields(FieldCatalogue.parse(array), columns, lineage);
    }
    return objects.stream()
        .filter(object -> object.hasNonNull("id"))
        .map(object -> reader.of(dimension.table(), object, lineage))
        .toList();
  }
}
