package dev.sluice.transforms;

import dev.sluice.schemas.avro.Row;
import dev.sluice.schemas.avro.RowEncoder;
import dev.sluice.schemas.layout.Manifest;
import dev.sluice.transforms.store.WarehouseStore;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;

/** An Avro file (snappy) that appears at its path when it is published. */
final class AvroFile implements AutoCloseable {

  private final String path;
  private final Schema schema;
  private final WarehouseStore.WholeFile file;
  private final CountingStream counting;
  private final DataFileWriter<GenericRecord> writer;
  private final RowEncoder encoder;
  private long rows;

  private AvroFile(String path, Schema schema, WarehouseStore.WholeFile file) throws IOException {
    this.path = path;
    this.schema = schema;
    this.file = file;
    this.counting = new CountingStream(file.stream());
    this.encoder = new RowEncoder(schema);
    this.writer =
        new DataFileWriter<GenericRecord>(new GenericDatumWriter<>(schema))
            .setCodec(CodecFactory.snappyCodec())
            .create(schema, counting);
  }

  static AvroFile create(WarehouseStore store, String path, Schema schema) throws IOException {
    return new AvroFile(path, schema, store.create(path));
  }

  /** Writes a whole file of rows, at least one, all of one table. */
  static Manifest.DataFile write(WarehouseStore store, String path, List<Row> rows)
      throws IOException {
    try (AvroFile file = create(store, path, rows.get(0).record().getSchema())) {
      for (Row row : rows) {
        file.append(row.record());
      }
      return file.publish();
    }
  }

  void append(GenericRecord record) throws IOException {
    writer.appendEncoded(encoder.encode(record));
    rows++;
  }

  Manifest.DataFile publish() throws IOException {
    writer.close();
    file.publish();
    return new Manifest.DataFile(path, rows, counting.bytes, fingerprint(schema));
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private static String fingerprint(Schema schema) throws IOException {
    try {
      return HexFormat.of()
          .formatHex(SchemaNormalization.parsingFingerprint("CRC-64-AVRO", schema));
    } catch (NoSuchAlgorithmException e) {
      throw new IOException(e);
    }
  }

  private static final class CountingStream extends FilterOutputStream {

    private long bytes;

    CountingStream(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int value) throws IOException {
      out.write(value);
      bytes++;
    }

    @Override
    public void write(byte[] content, int offset, int length) throws IOException {
      out.write(content, offset, length);
      bytes += length;
    }
  }
}
