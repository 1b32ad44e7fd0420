package dev.sluice.transforms;

import dev.sluice.schemas.avro.Row;
import dev.sluice.schemas.layout.Documents;
import dev.sluice.schemas.layout.Manifest;
import dev.sluice.schemas.layout.RunStatus;
import dev.sluice.schemas.layout.WarehouseLayout;
import dev.sluice.transforms.store.WarehouseStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;

/** Warehouses that earlier runs left behind. */
final class Warehouses {

  private Warehouses() {}

  /** Publishes one row of texts, given as column, value, column, value; runs end in id order. */
  static void publish(WarehouseStore store, String runId, String table, String... values) {
    SchemaBuilder.FieldAssembler<Schema> fields = SchemaBuilder.record(table).fields();
    for (int i = 0; i < values.length; i += 2) {
      fields.optionalString(values[i]);
    }
    fields.optionalString("another");
    GenericRecordBuilder row = new GenericRecordBuilder(fields.endRecord());
    for (int i = 0; i < values.length; i += 2) {
      row.set(values[i], values[i + 1]);
    }
    publish(store, runId, table, row.build());
  }

  private static void publish(
      WarehouseStore store, String runId, String table, GenericRecord record) {
    try {
      String path = WarehouseLayout.dataFile(table, Runs.DAY, runId, "s0001");
      Manifest.DataFile file = AvroFile.write(store, path, List.of(new Row(table, record)));
      long number = Long.parseLong(runId.substring(1));
      store.write(
          WarehouseLayout.manifest(runId),
          Documents.write(
              new Manifest(
                  runId,
                  "acme",
                  RunStatus.OK,
                  Runs.READ_AT,
                  Runs.READ_AT.plusSeconds(number),
                  Runs.DAY,
                  Runs.WATERMARK,
                  Map.of(table, new Manifest.TableFiles(1, List.of(file))))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
