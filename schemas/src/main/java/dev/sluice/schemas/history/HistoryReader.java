package dev.sluice.schemas.history;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.schemas.field.FieldColumn;
import dev.sluice.schemas.field.FieldColumns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the history of issues. The changelog is replayed by time, then id, whatever the order in
 * which the server gave it. Thread-safe; preparing one costs more than an issue, so keep it.
 *
 * <p>The value of a field at creation is what its first change replaced, or the value it has if it
 * never changed; rich text that never changed is left out, since it stands in table {@code issue}.
 * A current value is written the way Jira's own changelog writes it: id and name of a status or any
 * other thing Jira keeps a list of; account and display name of a person; id and key of an issue;
 * numbers and text as text without an id; a day as itself in both ({@code duedate} with {@code
 * 00:00:00.0} in the text); {@code 76, 79} and the names of sprints; {@code [10019, 10020]} and the
 * names of a list of options; labels as text with spaces between; each component or version as a
 * row of its own. What no changelog could say, such as JSON, has no row unless it changed.
 */
public final class HistoryReader {

  private final FieldIdentities identities;
  private final List<TrackedField> fields;
  private final Set<String> sprintFields;
  private final Set<String> leftOut;
  private final HistoryOptions options;

  /** Prepares the reading for a site with these custom fields. */
  public HistoryReader(FieldColumns columns, HistoryOptions options) {
    identities = new FieldIdentities(columns);
    fields = TrackedFields.of(columns);
    leftOut =
        columns.leftOut().stream()
            .map(FieldColumn::fieldId)
            .collect(Collectors.toUnmodifiableSet());
    sprintFields = TrackedFields.sprintFields(columns);
    this.options = options;
  }

  /**
   * Returns the history of an issue.
   *
   * @param issue with its whole changelog; without one, nothing is known and nothing returned
   */
  public IssueHistory read(JsonNode issue) {
    JsonNode histories = issue.path("changelog").path("histories");
    if (!histories.isArray()) {
      return IssueHistory.NONE;
    }
    List<Step> steps = Changelog.steps(issue, histories, identities);
    steps.removeIf(step -> isLeftOut(step.change().fieldId()));
    Replay replay = new Replay(issue, options, sprintFields, byField(steps));
    fields.forEach(replay::follow);
    return replay.result(steps);
  }

  private boolean isLeftOut(@Nullable String fieldId) {
    return fieldId != null && leftOut.contains(fieldId);
  }

  private static Map<String, List<Step>> byField(List<Step> steps) {
    List<Step> inTime = new ArrayList<>(steps);
    inTime.sort(Step.IN_TIME);
    Map<String, List<Step>> byField = new HashMap<>();
    for (Step step : inTime) {
      String fieldId = step.change().fieldId();
      if (fieldId != null) {
        byField.computeIfAbsent(fieldId, any -> new ArrayList<>()).add(step);
      }
    }
    return byField;
  }
}
