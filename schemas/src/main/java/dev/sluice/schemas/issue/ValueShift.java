package dev.sluice.schemas.issue;

import dev.sluice.schemas.type.ListOf;
import dev.sluice.schemas.type.Member;
import dev.sluice.schemas.type.Scalar;
import dev.sluice.schemas.type.Struct;
import dev.sluice.schemas.type.Type;
import dev.sluice.schemas.value.Timestamps;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** Turns the instants inside one value to UTC. */
interface ValueShift {

  /**
   * Returns the value in UTC; text that is no instant becomes null and is handed to the consumer.
   */
  @Nullable Object apply(Object value, Consumer<String> noInstant);

  /** Returns the shift for a type; empty for a type without instants, whose values stay. */
  static Optional<ValueShift> of(Type type, Schema nullable) {
    Schema schema = nullable.isUnion() ? nullable.getTypes().get(1) : nullable;
    if (type instanceof ListOf list) {
      return of(list.element(), schema.getElementType()).map(element -> list(schema, element));
    }
    if (type instanceof Struct struct) {
      return struct(schema, struct.members());
    }
    return type == Scalar.TIMESTAMP ? Optional.of(new InstantShift()) : Optional.empty();
  }

  /**
   * Rows of one page and of one history share the very text of a time: the last one is not read
   * anew. Only of a {@code String} does the same object stay the same. Safe for use by several
   * threads, which at worst read a text once more.
   */
  final class InstantShift implements ValueShift {

    private ReadText last = new ReadText("", null);

    @Override
    public @Nullable Object apply(Object value, Consumer<String> noInstant) {
      ReadText known = last;
      if (known.text != value || !(value instanceof String)) {
        known = ReadText.of(value);
        last = known;
      }
      if (known.micros == null) {
        noInstant.accept(value.toString());
      }
      return known.micros;
    }

    /** Final fields alone make it safe to hand over without a lock. */
    private record ReadText(Object text, @Nullable Long micros) {

      static ReadText of(Object value) {
        long micros = Timestamps.micros(value.toString());
        return new ReadText(value, micros == Timestamps.NONE ? null : micros);
      }
    }
  }

  private static ValueShift list(Schema schema, ValueShift element) {
    return (value, noInstant) -> {
      List<?> list = (List<?>) value;
      GenericData.Array<Object> shifted = new GenericData.Array<>(list.size(), schema);
      for (Object item : list) {
        Object utc = element.apply(item, noInstant);
        if (utc != null) {
          shifted.add(utc);
        }
      }
      return shifted;
    };
  }

  private static Optional<ValueShift> struct(Schema schema, List<Member> members) {
    @Nullable ValueShift[] shifts = new @Nullable ValueShift[members.size()];
    boolean any = false;
    for (int i = 0; i < shifts.length; i++) {
      shifts[i] = of(members.get(i).type(), schema.getFields().get(i).schema()).orElse(null);
      any |= shifts[i] != null;
    }
    return any ? Optional.of(members(schema, shifts)) : Optional.empty();
  }

  private static ValueShift members(Schema schema, @Nullable ValueShift[] shifts) {
    return (value, noInstant) -> {
      IndexedRecord asSent = (IndexedRecord) value;
      GenericRecord utc = new GenericData.Record(schema);
      for (int i = 0; i < shifts.length; i++) {
        Object member = asSent.get(i);
        ValueShift shift = shifts[i];
        utc.put(i, member == null || shift == null ? member : shift.apply(member, noInstant));
      }
      return utc;
    };
  }
}
