package dev.sluice.schemas.issue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.schemas.field.FieldColumn;
import dev.sluice.schemas.table.Column;
import dev.sluice.schemas.table.Table;
import dev.sluice.schemas.value.Absence;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which fields of an issue need no place in {@code extra}, and why. */
public final class RepresentedFields {

  /** Fields whose values are rows of other tables, with the list they stand in. */
  private static final Map<String, String> CHILDREN =
      Map.of("comment", "/comments", "worklog", "/worklogs", "attachment", "", "issuelinks", "");

  /** System fields no single column carries, with where they are found instead. */
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "subtasks", "issues of their own with this one as parent; subtask_count",
          "timetracking", "the estimate and time spent columns, in seconds",
          "progress", "computed from time spent and estimate",
          "aggregateprogress", "computed from time spent and estimate with sub-tasks",
          "statusCategory", "a copy of status.statusCategory, in status_category",
          "thumbnail", "a picture for the issue navigator, without data");

  /** Comes with every issue; only a list of who may see the issue says anything. */
  private static final String RESTRICTION = "issuerestriction";

  private static final String RESTRICTIONS = "issuerestrictions";

  private final Set<String> fieldIds = new HashSet<>(ELSEWHERE.keySet());

  /**
   * @param leftOut fields that nobody wants anywhere
   */
  RepresentedFields(Table issue, List<FieldColumn> leftOut) {
    leftOut.forEach(field -> fieldIds.add(field.fieldId()));
    issue.columns().stream().map(Column::fieldId).forEach(id -> id.ifPresent(fieldIds::add));
  }

  /**
   * Returns in words where the values of a system field stand that neither has a column nor is a
   * list of children; empty for every other field, and for those whose values go to {@code extra}.
   */
  public static Optional<String> elsewhere(String fieldId) {
    return Optional.ofNullable(ELSEWHERE.get(fieldId));
  }

  boolean contains(String fieldId, JsonNode value) {
    if (fieldId.equals(RESTRICTION)) {
      return value.isObject() && Absence.of(value.path(RESTRICTIONS));
    }
    String list = CHILDREN.get(fieldId);
    return list == null ? fieldIds.contains(fieldId) : value.at(list).isArray();
  }
}
