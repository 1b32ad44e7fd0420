package dev.sluice.schemas.value;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.schemas.type.ListOf;
import dev.sluice.schemas.type.Scalar;
import dev.sluice.schemas.type.Struct;
import dev.sluice.schemas.type.Structs;
import dev.sluice.schemas.type.Type;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Turns one JSON value into the value of an Avro field. Thread-safe, total. */
@FunctionalInterface
public interface Converter {

  /** What {@link #convert} returns for a value that does not fit the type. */
  Object MISFIT =
      new Object() {
        @Override
        public String toString() {
          return "misfit";
        }
      };

  /**
   * Returns the value; null for a missing or null node and for an empty one that the type cannot
   * hold ({@code ""} in a date, {@code {}} in a record); {@link #MISFIT} if it does not fit.
   */
  @Nullable Object convert(JsonNode value);

  /**
   * Returns the converter for a type as Jira sent it: instants stay the text they are.
   *
   * @param schema Avro's side of the type, which may be a union with null; records are made with it
   */
  static Converter of(Type type, Schema schema) {
    Schema target = Nullability.without(schema);
    if (type instanceof ListOf list) {
      return new ListConverter(target, of(list.element(), target.getElementType()));
    }
    if (type instanceof Struct struct) {
      Converter fromObject = StructConverter.of(struct, target);
      return struct.equals(Structs.SPRINT) ? new SprintConverter(fromObject) : fromObject;
    }
    return ScalarConverters.of((Scalar) type);
  }
}
