package dev.sluice.schemas.history;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.schemas.field.FieldColumns;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which field a changelog item is about. Old servers only name it, and newer ones leave out some
 * ids: then the name decides where it can mean one field only.
 */
final class FieldIdentities {

  private final Map<String, String> customByName = new HashMap<>();

  FieldIdentities(FieldColumns columns) {
    Set<String> ambiguous = new HashSet<>();
    columns
        .columns()
        .forEach(
            column -> {
              if (customByName.putIfAbsent(column.name(), column.fieldId()) != null) {
                ambiguous.add(column.name());
              }
            });
    customByName.keySet().removeAll(ambiguous);
  }

  @Nullable String of(JsonNode item) {
    JsonNode fieldId = item.path("fieldId");
    if (fieldId.isTextual() && !fieldId.textValue().isEmpty()) {
      String known = SystemFields.idOf(fieldId.textValue());
      return known == null ? fieldId.textValue() : known;
    }
    String name = item.path("field").asText();
    return item.path("fieldtype").asText().equals(FieldChange.CUSTOM)
        ? customByName.get(name)
        : SystemFields.idOf(name);
  }
}
