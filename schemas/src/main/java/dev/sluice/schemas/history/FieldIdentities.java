package dev.sluice.schemas.history;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.schemas.field.FieldColumn;
import dev.sluice.schemas.field.FieldColumns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which field a changelog item is about. Old servers only name it, and newer ones leave out some
 * ids: then the name decides where it can mean one field only, the names of today before those that
 * fields had earlier.
 */
final class FieldIdentities {

  private final Map<String, String> customByName = new HashMap<>();

  FieldIdentities(FieldColumns columns) {
    List<FieldColumn> all = new ArrayList<>(columns.columns());
    all.addAll(columns.leftOut());
    customByName.putAll(unambiguous(all, field -> List.of(field.name())));
    Map<String, String> former = unambiguous(all, FieldColumn::formerNames);
    all.forEach(field -> former.remove(field.name()));
    former.forEach(customByName::putIfAbsent);
  }

  private static Map<String, String> unambiguous(
      List<FieldColumn> fields, Function<FieldColumn, List<String>> names) {
    Map<String, String> byName = new HashMap<>();
    Set<String> ambiguous = new HashSet<>();
    for (FieldColumn field : fields) {
      for (String name : names.apply(field)) {
        if (byName.putIfAbsent(name, field.fieldId()) != null) {
          ambiguous.add(name);
        }
      }
    }
    byName.keySet().removeAll(ambiguous);
    return byName;
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
