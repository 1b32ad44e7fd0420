package dev.sluice.schemas.history;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A field whose values can be followed through the changelog.
 *
 * @param name the one changelogs give it
 * @param type {@code jira} or {@code custom}
 */
record TrackedField(String id, String name, String type, ValueForm form) {

  /** Returns the current value; a missing node where the answer does not hold the field. */
  JsonNode in(JsonNode issue) {
    return id.equals(SystemFields.ISSUE_KEY) ? issue.path("key") : issue.path("fields").path(id);
  }
}
