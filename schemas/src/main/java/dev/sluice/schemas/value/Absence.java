package dev.sluice.schemas.value;

import com.fasterxml.jackson.databind.JsonNode;

/** The many ways in which Jira says that a field has no value. */
public final class Absence {

  private Absence() {}

  /** Returns whether the value is missing, null, {@code ""}, {@code []} or {@code {}}. */
  public static boolean of(JsonNode value) {
    if (value.isContainerNode()) {
      return value.isEmpty();
    }
    return value.isTextual()
        ? value.textValue().isEmpty()
        : value.isNull() || value.isMissingNode();
  }
}
