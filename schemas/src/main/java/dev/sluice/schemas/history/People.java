package dev.sluice.schemas.history;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Who did something. */
final class People {

  private People() {}

  /** Returns {@code accountId} on Cloud, {@code key} or, on old servers, {@code name}. */
  static @Nullable String id(JsonNode person) {
    for (String property : new String[] {"accountId", "key", "name"}) {
      JsonNode id = person.path(property);
      if (id.isValueNode() && !id.isNull()) {
        return id.asText();
      }
    }
    return null;
  }
}
