package dev.sluice.transforms;

import dev.sluice.schemas.avro.Row;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.coders.NullableCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.extensions.avro.coders.AvroGenericCoder;

/** Encodes the rows of a batch as Avro, each by the schema of its table. */
final class RowBatchCoder extends CustomCoder<RowBatch> {

  private static final NullableCoder<String> OPTIONAL = NullableCoder.of(StringUtf8Coder.of());

  private final TreeMap<String, AvroGenericCoder> coders = new TreeMap<>();

  private RowBatchCoder(Map<String, Schema> schemas) {
    schemas.forEach((table, schema) -> coders.put(table, AvroGenericCoder.of(schema)));
  }

  static RowBatchCoder of(Map<String, Schema> schemas) {
    return new RowBatchCoder(schemas);
  }

  @Override
  public void encode(RowBatch batch, OutputStream out) throws IOException {
    StringUtf8Coder.of().encode(batch.shardId(), out);
    VarLongCoder.of().encode(batch.position(), out);
    VarLongCoder.of().encode(batch.readAt().toEpochMilli(), out);
    OPTIONAL.encode(batch.issueId(), out);
    VarIntCoder.of().encode(batch.rows().size(), out);
    for (Row row : batch.rows()) {
      StringUtf8Coder.of().encode(row.table(), out);
      coder(row.table()).encode(row.record(), out);
    }
  }

  @Override
  public RowBatch decode(InputStream in) throws IOException {
    String shardId = StringUtf8Coder.of().decode(in);
    long position = VarLongCoder.of().decode(in);
    Instant readAt = Instant.ofEpochMilli(VarLongCoder.of().decode(in));
    String issueId = OPTIONAL.decode(in);
    int count = VarIntCoder.of().decode(in);
    List<Row> rows = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String table = StringUtf8Coder.of().decode(in);
      rows.add(new Row(table, coder(table).decode(in)));
    }
    return new RowBatch(shardId, position, readAt, issueId, rows);
  }

  private AvroCoder<GenericRecord> coder(String table) throws IOException {
    AvroGenericCoder coder = coders.get(table);
    if (coder == null) {
      throw new IOException("no schema for table " + table + ", only for " + coders.keySet());
    }
    return coder;
  }

  @Override
  public void verifyDeterministic() {}

  @Override
  public boolean equals(Object other) {
    return other instanceof RowBatchCoder coder && coder.coders.equals(coders);
  }

  @Override
  public int hashCode() {
    return coders.hashCode();
  }
}
