package dev.sluice.schemas.history;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.schemas.type.Structs;
import dev.sluice.schemas.type.Type;
import dev.sluice.schemas.value.NamedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists as changelogs write them. */
final class ChangelogLists {

  private ChangelogLists() {}

  /** {@code 76, 79} and the names likewise. */
  static @Nullable NamedValue sprints(JsonNode value) {
    List<NamedValue> sprints = elements(Structs.SPRINT, value);
    return value.isArray() ? listed(ids(sprints), joined(sprints, ", ")) : null;
  }

  /** {@code [10019, 10020]} and the names with a comma alone between them. */
  static ValueForm of(Type element) {
    return ValueForm.plain(
        value -> {
          List<NamedValue> values = elements(element, value);
          return value.isArray() ? listed("[" + ids(values) + "]", joined(values, ",")) : null;
        });
  }

  static List<NamedValue> elements(Type element, JsonNode list) {
    List<NamedValue> elements = new ArrayList<>();
    if (list.isArray()) {
      list.forEach(node -> elements.add(NamedValue.of(element, node)));
    }
    return elements;
  }

  private static NamedValue listed(String ids, String texts) {
    return texts.isEmpty() ? ValueForm.EMPTY : new NamedValue(ids, texts);
  }

  private static String ids(List<NamedValue> values) {
    return values.stream()
        .map(NamedValue::id)
        .filter(Objects::nonNull)
        .collect(Collectors.joining(", "));
  }

  private static String joined(List<NamedValue> values, String separator) {
    return values.stream()
        .map(NamedValue::text)
        .filter(Objects::nonNull)
        .collect(Collectors.joining(separator));
  }
}
