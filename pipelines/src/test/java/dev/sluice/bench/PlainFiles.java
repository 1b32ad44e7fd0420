package dev.sluice.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.schemas.avro.Row;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.issue.IssueRows;
import dev.sluice.schemas.issue.UtcRows;
import dev.sluice.schemas.table.Lineage;
import dev.sluice.schemas.table.Table;
import dev.sluice.schemas.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;

/** The rows of issues in one Avro file a table, snappy as Sluice's. For one thread. */
final class PlainFiles implements AutoCloseable {

  private final Path folder;
  private final IssueRows rows;
  private final UtcRows utc;
  private final Map<String, DataFileWriter<GenericRecord>> writers = new HashMap<>();

  PlainFiles(Path folder, FieldColumns columns) throws IOException {
    List<Table> tables = Tables.all(columns);
    this.folder = Files.createDirectories(folder);
    this.rows =
        new IssueRows(columns, tables.stream().map(Table::name).collect(Collectors.toSet()));
    this.utc = new UtcRows(tables);
  }

  void write(JsonNode issue) throws IOException {
    Lineage lineage = new Lineage("bench", "plain", "s0", Instant.now());
    for (Row asSent : rows.extract(issue, lineage).rows()) {
      Row row = utc.normalize(asSent);
      DataFileWriter<GenericRecord> writer = writers.get(row.table());
      if (writer == null) {
        writer = open(row);
        writers.put(row.table(), writer);
      }
      writer.append(row.record());
    }
  }

  @Override
  public void close() throws IOException {
    for (DataFileWriter<GenericRecord> writer : writers.values()) {
      writer.close();
    }
  }

  private DataFileWriter<GenericRecord> open(Row row) throws IOException {
    Schema schema = row.record().getSchema();
    return new DataFileWriter<GenericRecord>(new GenericDatumWriter<>(schema))
        .setCodec(CodecFactory.snappyCodec())
        .create(schema, folder.resolve(row.table() + ".avro").toFile());
  }
}
