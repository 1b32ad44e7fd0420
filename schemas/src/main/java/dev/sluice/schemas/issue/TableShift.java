package dev.sluice.schemas.issue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.schemas.avro.AvroSchemas;
import dev.sluice.schemas.avro.Stage;
import dev.sluice.schemas.table.Column;
import dev.sluice.schemas.table.Table;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** The way of one table's rows to UTC, laid out once: which positions change, and how. */
final class TableShift {

  private static final Set<String> VITAL = Set.of("created", "updated");

  private final Table table;
  private final Schema schema;
  private final @Nullable ValueShift[] shifts;
  private final Consumer<Misfit> misfits;
  private final boolean isIssue;

  TableShift(Table table, Consumer<Misfit> misfits) {
    this.table = table;
    this.misfits = misfits;
    schema = AvroSchemas.of(table, Stage.UTC);
    isIssue = table.name().equals("issue");
    List<Column> columns = table.columns();
    shifts = new @Nullable ValueShift[columns.size()];
    for (int i = 0; i < shifts.length; i++) {
      shifts[i] =
          ValueShift.of(columns.get(i).type(), schema.getFields().get(i).schema()).orElse(null);
    }
  }

  GenericRecord apply(GenericRecord asSent) {
    GenericRecord utc = new GenericData.Record(schema);
    for (int i = 0; i < shifts.length; i++) {
      if (shifts[i] == null) {
        utc.put(i, asSent.get(i));
      }
    }
    for (int i = 0; i < shifts.length; i++) {
      ValueShift shift = shifts[i];
      Object value = asSent.get(i);
      if (shift != null && value != null) {
        Column column = table.columns().get(i);
        utc.put(i, shift.apply(value, text -> misfit(column, text, utc)));
      }
    }
    return utc;
  }

  private void misfit(Column column, String text, GenericRecord row) {
    if (isIssue && VITAL.contains(column.name())) {
      throw new UnusableIssueException("the issue has no usable '" + column.name() + "'");
    }
    misfits.accept(new Misfit(table.name(), column.name(), column.fieldId()));
    Schema.Field extra = schema.getField("extra");
    if (extra != null && column.fieldId().isPresent()) {
      row.put(extra.pos(), withRaw(row.get(extra.pos()), column.fieldId().get(), text));
    }
  }

  /** Several stamps of one field, as a list of sprints may hold, become a list. */
  private static String withRaw(@Nullable Object extra, String fieldId, String text) {
    try {
      ObjectNode values =
          extra == null
              ? IssueJson.mapper().createObjectNode()
              : (ObjectNode) IssueJson.mapper().readTree(extra.toString());
      JsonNode known = values.get(fieldId);
      if (known == null) {
        values.put(fieldId, text);
      } else if (known instanceof ArrayNode list) {
        list.add(text);
      } else {
        values.putArray(fieldId).add(known).add(text);
      }
      return values.toString();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("column extra holds no JSON", e);
    }
  }
}
