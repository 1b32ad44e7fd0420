package dev.sluice.schemas.issue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.schemas.avro.MisfitListener;
import dev.sluice.schemas.table.Column;
import dev.sluice.schemas.value.Absence;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers what no column of one issue's rows carries, raw, by field id. */
final class Extra implements MisfitListener {

  private final JsonNode fields;
  private @Nullable ObjectNode values;
  private int misfits;

  Extra(JsonNode fields) {
    this.fields = fields;
  }

  @Override
  public void misfit(Column column) {
    boolean isNew = column.fieldId().map(id -> put(id, fields.path(id))).orElse(true);
    misfits += isNew ? 1 : 0;
  }

  /** Keeps a child that has no row of its own, or one that lacks a value: in a list of such. */
  void oddChild(String fieldId, JsonNode child) {
    values().withArray(fieldId).add(child);
    misfits++;
  }

  void addUnrepresented(RepresentedFields represented) {
    for (Iterator<Map.Entry<String, JsonNode>> all = fields.fields(); all.hasNext(); ) {
      Map.Entry<String, JsonNode> field = all.next();
      JsonNode value = field.getValue();
      if (!Absence.of(value) && !represented.contains(field.getKey(), value)) {
        put(field.getKey(), value);
      }
    }
  }

  int misfits() {
    return misfits;
  }

  /** Returns the object as text; null when there is nothing in it. */
  @Nullable String json() {
    return values == null ? null : values.toString();
  }

  /** Returns whether the field was not there yet: several columns may share one. */
  private boolean put(String fieldId, JsonNode value) {
    return values().replace(fieldId, value) == null;
  }

  private ObjectNode values() {
    if (values == null) {
      values = JsonNodeFactory.instance.objectNode();
    }
    return values;
  }
}
