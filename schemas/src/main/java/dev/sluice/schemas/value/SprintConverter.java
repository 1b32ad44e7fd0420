package dev.sluice.schemas.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sprints: objects on Cloud, the {@code toString} of a server class on Data Center. */
final class SprintConverter implements Converter {

  private final Converter fromObject;

  SprintConverter(Converter fromObject) {
    this.fromObject = fromObject;
  }

  @Override
  public @Nullable Object convert(JsonNode value) {
    if (!value.isTextual() || value.textValue().isEmpty()) {
      return fromObject.convert(value);
    }
    Optional<JsonNode> parsed = SprintText.parse(value.textValue());
    return parsed.isPresent() ? fromObject.convert(parsed.get()) : MISFIT;
  }
}
