package dev.sluice.transforms;

import dev.sluice.schemas.layout.Documents;
import dev.sluice.schemas.layout.Manifest;
import dev.sluice.schemas.layout.RunStatus;
import dev.sluice.schemas.layout.WarehouseLayout;
import dev.sluice.transforms.store.WarehouseStore;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;

/** A warehouse of any number of issues, of which it holds no more than readers must know. */
final class LeanWarehouse {

  /** The id of the first project of a sparse site. */
  private static final String PROJECT = "10100";

  private LeanWarehouse() {}

  /** Publishes issues in one run, with ids one after another, all of one project. */
  static void write(WarehouseStore store, long firstId, int issues) throws IOException {
    Schema schema =
        SchemaBuilder.record("issue")
            .fields()
            .requiredString("id")
            .requiredString("key")
            .requiredString("project_id")
            .requiredString("project_key")
            .requiredLong("updated")
            .requiredString("_shard_id")
            .requiredLong("_read_at")
            .endRecord();
    try (AvroFile file =
        AvroFile.create(
            store, WarehouseLayout.dataFile("issue", Runs.DAY, "r1", "s0000"), schema)) {
      for (int i = 0; i < issues; i++) {
        GenericData.Record row = new GenericData.Record(schema);
        row.put("id", Long.toString(firstId + i));
        row.put("key", "SPA-" + i);
        row.put("project_id", PROJECT);
        row.put("project_key", "SPA");
        row.put("updated", (long) i);
        row.put("_shard_id", "s0000");
        row.put("_read_at", (long) i);
        file.append(row);
      }
      store.write(
          WarehouseLayout.manifest("r1"),
          Documents.write(
              new Manifest(
                  "r1",
                  "acme",
                  RunStatus.OK,
                  Runs.READ_AT,
                  Runs.READ_AT,
                  Runs.DAY,
                  Runs.WATERMARK,
                  Map.of("issue", RunOutcome.filesOf(List.of(file.publish()))))));
    }
  }
}
