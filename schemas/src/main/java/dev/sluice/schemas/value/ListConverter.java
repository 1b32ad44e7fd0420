package dev.sluice.schemas.value;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.jspecify.annotations.Nullable;

/** Lists in Jira's order. One element that does not fit makes the whole list a misfit. */
final class ListConverter implements Converter {

  private final Schema schema;
  private final Converter elements;

  ListConverter(Schema schema, Converter elements) {
    this.schema = schema;
    this.elements = elements;
  }

  @Override
  public @Nullable Object convert(JsonNode value) {
    if (!value.isArray()) {
      return ScalarConverters.emptyOrMisfit(value);
    }
    GenericData.Array<Object> list = new GenericData.Array<>(value.size(), schema);
    for (JsonNode node : value) {
      Object element = elements.convert(node);
      if (element == null || element == MISFIT) {
        return MISFIT;
      }
      list.add(element);
    }
    return list;
  }
}
