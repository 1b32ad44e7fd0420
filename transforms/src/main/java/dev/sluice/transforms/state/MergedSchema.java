package dev.sluice.transforms.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * One schema for rows of a table that were written with several: the columns of the newest in their
 * order, then those that only older ones had. A column keeps its name and type for ever, so by name
 * every row fits; what a row does not have is null. Of a record inside a column, such as an option,
 * there is one shape, the newest.
 */
final class MergedSchema {

  private final Map<String, Schema> records = new HashMap<>();
  private final Map<String, Schema.Field> columns = new LinkedHashMap<>();

  private MergedSchema() {}

  /** Merges schemas of one table, the newest first; empty when there are none. */
  static Optional<Schema> of(List<Schema> newestFirst) {
    if (newestFirst.isEmpty()) {
      return Optional.empty();
    }
    MergedSchema merged = new MergedSchema();
    newestFirst.forEach(merged::add);
    Schema newest = newestFirst.get(0);
    return Optional.of(
        Schema.createRecord(
            newest.getName(),
            newest.getDoc(),
            newest.getNamespace(),
            false,
            new ArrayList<>(merged.columns.values())));
  }

  private void add(Schema schema) {
    for (Schema.Field field : schema.getFields()) {
      if (!columns.containsKey(field.name())) {
        columns.put(field.name(), new Schema.Field(field, shaped(field.schema())));
      }
    }
  }

  private Schema shaped(Schema schema) {
    return switch (schema.getType()) {
      case UNION -> Schema.createUnion(schema.getTypes().stream().map(this::shaped).toList());
      case ARRAY -> Schema.createArray(shaped(schema.getElementType()));
      case RECORD -> record(schema);
      default -> schema;
    };
  }

  private Schema record(Schema schema) {
    Schema known = records.get(schema.getFullName());
    if (known != null) {
      return known;
    }
    List<Schema.Field> members = new ArrayList<>();
    for (Schema.Field member : schema.getFields()) {
      members.add(new Schema.Field(member, shaped(member.schema())));
    }
    Schema copy =
        Schema.createRecord(
            schema.getName(), schema.getDoc(), schema.getNamespace(), false, members);
    records.put(schema.getFullName(), copy);
    return copy;
  }
}
