package dev.sluice.schemas.value;

import org.apache.avro.Schema;

/** Unions with null, which is how Avro says that a value may be absent. */
final class Nullability {

  private Nullability() {}

  /** Returns the other branch of a union with null; any other schema as it is. */
  static Schema without(Schema schema) {
    if (!schema.isUnion()) {
      return schema;
    }
    return schema.getTypes().stream()
        .filter(branch -> branch.getType() != Schema.Type.NULL)
        .findFirst()
        .orElse(schema);
  }
}
