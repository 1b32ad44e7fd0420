package dev.sluice.transforms;

import dev.sluice.schemas.layout.Documents;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.CustomCoder;

/**
 * Encodes a control record (a shard, a report, a file name: thousands a run, never an issue) as its
 * JSON document. Beam cannot derive a coder from a Java record
 * (github.com/apache/beam/issues/27802). Equal records have equal encodings.
 */
final class DocumentCoder<T> extends CustomCoder<T> {

  private final Class<T> type;

  private DocumentCoder(Class<T> type) {
    this.type = type;
  }

  static <T> DocumentCoder<T> of(Class<T> type) {
    return new DocumentCoder<>(type);
  }

  @Override
  public void encode(T value, OutputStream out) throws IOException {
    byte[] document = Documents.writeLine(value).getBytes(StandardCharsets.UTF_8);
    ByteArrayCoder.of().encode(document, out);
  }

  @Override
  public T decode(InputStream in) throws IOException {
    return Documents.read(ByteArrayCoder.of().decode(in), type);
  }

  @Override
  public void verifyDeterministic() {}

  @Override
  public boolean equals(Object other) {
    return other instanceof DocumentCoder<?> coder && coder.type.equals(type);
  }

  @Override
  public int hashCode() {
    return type.hashCode();
  }
}
