package dev.sluice.schemas.history;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.schemas.value.NamedValue;
import dev.sluice.schemas.value.Timestamps;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the values an issue was created with. */
final class Creation {

  private final String issueId;
  private final @Nullable String time;
  private final long micros;
  private final @Nullable String creatorId;
  private final List<FieldChange> changes = new ArrayList<>();

  Creation(JsonNode issue) {
    issueId = issue.path("id").asText();
    time = ChangelogText.scalar(issue.path("fields").path("created"));
    micros = time == null ? Timestamps.NONE : Timestamps.micros(time);
    creatorId = People.id(issue.path("fields").path("creator"));
  }

  void add(TrackedField field, @Nullable String fieldName, NamedValue value) {
    if (!ValueForm.isEmpty(value)) {
      changes.add(change(field, fieldName, value));
    }
  }

  /** Returns the value as the change that set it, whether it is empty or not. */
  Step step(TrackedField field, NamedValue value) {
    return new Step(change(field, field.name(), value), micros, 0);
  }

  List<FieldChange> changes() {
    return changes;
  }

  private FieldChange change(TrackedField field, @Nullable String fieldName, NamedValue value) {
    return new FieldChange(
        issueId,
        FieldChange.INITIAL,
        changes.size(),
        time,
        creatorId,
        field.id(),
        fieldName == null ? field.name() : fieldName,
        field.type(),
        ValueForm.EMPTY,
        value);
  }
}
