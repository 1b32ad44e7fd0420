package dev.sluice.schemas.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.table.Tables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The bytes are those of Avro's own writer. */
final class RowEncoderTest {

  private static final Schema MEMBER =
      SchemaBuilder.record("member").fields().optionalString("id").optionalLong("at").endRecord();

  private static final Schema EVERYTHING =
      SchemaBuilder.record("everything")
          .fields()
          .requiredString("id")
          .optionalString("text")
          .optionalLong("number")
          .optionalInt("day")
          .optionalDouble("decimal")
          .optionalBoolean("flag")
          .name("texts")
          .type()
          .optional()
          .array()
          .items()
          .stringType()
          .name("members")
          .type()
          .optional()
          .array()
          .items(MEMBER)
          .name("member")
          .type()
          .optional()
          .type(MEMBER)
          .endRecord();

  private final RowEncoder encoder = new RowEncoder(EVERYTHING);
  private final Random random = new Random(42);

  @Test
  void aRowOfNothingButItsKey() {
    assertThat(encoded(row("K"))).isEqualTo(byAvro(row("K")));
  }

  @Test
  void numbersOfEveryLength() {
    for (int bits = 0; bits < 64; bits++) {
      for (long value : new long[] {1L << bits, -(1L << bits), (1L << bits) - 1}) {
        GenericRecord row = row("K");
        row.put("number", value);
        row.put("day", (int) value);
        row.put("decimal", Double.longBitsToDouble(value));
        assertThat(encoded(row)).as("%d", value).isEqualTo(byAvro(row));
      }
    }
  }

  @Test
  void textsOfEveryKindAndSize() {
    for (String text :
        List.of("", "a", "Größe", "キャンペーン", "🚀", "\u0000", "\ud800", "x".repeat(100_000))) {
      GenericRecord row = row("K");
      row.put("text", text);
      row.put("texts", List.of(text, "", text));
      assertThat(encoded(row)).as("%s", text).isEqualTo(byAvro(row));
    }
  }

  @Test
  void rowsInAnyOrderDoNotLeakIntoEachOther() {
    String shared = "the same";
    for (int i = 0; i < 2_000; i++) {
      GenericRecord row = row(random.nextBoolean() ? shared : "K-" + random.nextInt(3));
      row.put("text", random.nextBoolean() ? shared : null);
      row.put("flag", random.nextBoolean() ? random.nextBoolean() : null);
      row.put("texts", random.nextBoolean() ? List.of() : List.of(shared, "a" + i));
      row.put("member", random.nextBoolean() ? member("m" + i, i) : null);
      row.put("members", List.of(member(null, i), member(shared, -i)));
      assertThat(encoded(row)).isEqualTo(byAvro(row));
    }
  }

  @Test
  void aTextThatIsReusedIsWrittenAnew() {
    Utf8 reused = new Utf8("one");
    for (String text : List.of("one", "two", "three")) {
      GenericRecord row = row("K");
      row.put("text", reused.set(text));
      assertThat(encoded(row)).isEqualTo(byAvro(row));
    }
  }

  @Test
  void aValueOfAnotherTypeIsRefusedWithItsColumn() {
    GenericRecord wrong = row("K");
    wrong.put("number", "7");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> encoder.encode(wrong))
        .withMessageStartingWith("everything.number: ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> encoder.encode(new GenericData.Record(EVERYTHING)))
        .withMessageStartingWith("everything.id: ");
  }

  @Test
  void everyTableCanBeEncoded() {
    Tables.all(FieldColumns.none())
        .forEach(table -> new RowEncoder(AvroSchemas.of(table, Stage.UTC)));
  }

  private byte[] encoded(GenericRecord row) {
    ByteBuffer bytes = encoder.encode(row);
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(copy);
    return copy;
  }

  private static byte[] byAvro(GenericRecord row) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      BinaryEncoder binary = EncoderFactory.get().binaryEncoder(out, null);
      new GenericDatumWriter<GenericRecord>(row.getSchema()).write(row, binary);
      binary.flush();
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static GenericRecord row(String id) {
    GenericRecord row = new GenericData.Record(EVERYTHING);
    row.put("id", id);
    return row;
  }

  private static GenericRecord member(@Nullable String id, long at) {
    GenericRecord member = new GenericData.Record(MEMBER);
    member.put("id", id);
    member.put("at", at);
    return member;
  }
}
