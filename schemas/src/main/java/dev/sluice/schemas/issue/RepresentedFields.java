package dev.sluice.schemas.issue;

import dev.sluice.schemas.table.Column;
import dev.sluice.schemas.table.Table;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which fields of an issue need no place in {@code extra}, and why. */
final class RepresentedFields {

  /** System fields no single column carries, with where they are found instead. */
  private static final Map<String, String> ELSEWHERE =
      Map.ofEntries(
          Map.entry("comment", "table comment, and its total in comment_count"),
          Map.entry("worklog", "table worklog, and its total in worklog_count"),
          Map.entry("attachment", "table attachment, and its size in attachment_count"),
          Map.entry("issuelinks", "table issue_link, and its size in link_count"),
          Map.entry("subtasks", "issues of their own with this one as parent; subtask_count"),
          Map.entry("timetracking", "the estimate and time spent columns, in seconds"),
          Map.entry("progress", "computed from time spent and estimate"),
          Map.entry("aggregateprogress", "computed from time spent and estimate with sub-tasks"),
          Map.entry("statusCategory", "a copy of status.statusCategory, in status_category"),
          Map.entry("issuerestriction", "who may see a team-managed issue; not data of the issue"),
          Map.entry("thumbnail", "a picture for the issue navigator, without data"));

  private final Set<String> fieldIds = new HashSet<>(ELSEWHERE.keySet());

  RepresentedFields(Table issue) {
    issue.columns().stream().map(Column::fieldId).forEach(id -> id.ifPresent(fieldIds::add));
  }

  boolean contains(String fieldId) {
    return fieldIds.contains(fieldId);
  }
}
