package dev.sluice.schemas.history;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Jira's own fields that people change, with the names changelogs give them: not those of the field
 * list, never translated, and changed between versions.
 */
final class SystemFields {

  static final String ASSIGNEE = "assignee";
  static final String ISSUE_KEY = "issuekey";
  static final String STATUS = "status";

  /** In id order. */
  static final List<TrackedField> ALL =
      List.of(
          field(ASSIGNEE, ASSIGNEE, ValueForm.PERSON),
          field("components", "Component", ValueForm.MEMBERS),
          field("description", "description", ValueForm.RICH_TEXT),
          field("duedate", "duedate", ValueForm.DUE_DATE),
          field("environment", "environment", ValueForm.RICH_TEXT),
          field("fixVersions", "Fix Version", ValueForm.MEMBERS),
          field(ISSUE_KEY, "Key", ValueForm.TEXT),
          field("issuetype", "issuetype", ValueForm.REFERENCE),
          field("labels", "labels", ValueForm.LABELS),
          field("parent", "Parent", ValueForm.ISSUE),
          field("priority", "priority", ValueForm.REFERENCE),
          field("project", "project", ValueForm.REFERENCE),
          field("reporter", "reporter", ValueForm.PERSON),
          field("resolution", "resolution", ValueForm.REFERENCE),
          field("security", "security", ValueForm.REFERENCE),
          field(STATUS, STATUS, ValueForm.REFERENCE),
          field("summary", "summary", ValueForm.TEXT),
          field("timeestimate", "timeestimate", ValueForm.SECONDS),
          field("timeoriginalestimate", "timeoriginalestimate", ValueForm.SECONDS),
          field("timespent", "timespent", ValueForm.SECONDS),
          field("versions", "Version", ValueForm.MEMBERS));

  /** Other names of fields, and lists that are no values of the issue. */
  private static final Map<String, String> OTHER_NAMES =
      Map.of(
          "type", "issuetype",
          "issue type", "issuetype",
          "issueparentassociation", "parent",
          "link", "issuelinks",
          "attachment", "attachment",
          "comment", "comment");

  private static final Map<String, String> IDS = ids();

  private SystemFields() {}

  /** Returns the id of the field a changelog means by a name; null for what is no field. */
  static @Nullable String idOf(String nameInHistory) {
    return IDS.get(nameInHistory.toLowerCase(Locale.ROOT));
  }

  private static TrackedField field(String id, String name, ValueForm form) {
    return new TrackedField(id, name, FieldChange.JIRA, form);
  }

  private static Map<String, String> ids() {
    Map<String, String> ids = new HashMap<>(OTHER_NAMES);
    for (TrackedField field : ALL) {
      ids.put(field.id().toLowerCase(Locale.ROOT), field.id());
      ids.put(field.name().toLowerCase(Locale.ROOT), field.id());
    }
    return Map.copyOf(ids);
  }
}
