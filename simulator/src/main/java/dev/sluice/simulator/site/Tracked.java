package dev.sluice.simulator.site;

import java.util.Optional;

/** The fields whose changes stand in the history, named as the history names them. */
enum Tracked {
  SUMMARY("summary", "summary"),
  STATUS("status", "status"),
  RESOLUTION("resolution", "resolution"),
  PRIORITY("priority", "priority"),
  ASSIGNEE("assignee", "assignee"),
  LABELS("labels", "labels"),
  DUE_DATE("duedate", "duedate"),
  PROJECT("project", "project"),
  KEY("Key", ""),
  PARENT("IssueParentAssociation", ""),
  ORIGINAL_ESTIMATE("timeoriginalestimate", "timeoriginalestimate"),
  REMAINING_ESTIMATE("timeestimate", "timeestimate"),
  TIME_SPENT("timespent", "timespent"),
  FIX_VERSION("Fix Version", "fixVersions"),
  COMPONENT("Component", "components"),
  ATTACHMENT("Attachment", "attachment"),
  LINK("Link", "issuelinks"),
  EPIC_LINK("Epic Link", CustomField.EPIC_LINK),
  SPRINT("Sprint", CustomField.SPRINT),
  RANK("Rank", CustomField.RANK),
  FLAGGED("Flagged", CustomField.FLAGGED),
  STORY_POINTS("Story Points", CustomField.STORY_POINTS),
  EVENT_POINTS("Story Points", CustomField.EVENT_POINTS),
  LAUNCH_DATE("Launch Date", CustomField.LAUNCH_DATE),
  ACTUAL_LAUNCH("Actual Launch", CustomField.ACTUAL_LAUNCH),
  GO_LIVE("Go-Live", CustomField.GO_LIVE),
  BUDGET("Campaign Budget", CustomField.BUDGET),
  CHANNEL("Channel", CustomField.CHANNEL),
  MARKETS("Target Markets", CustomField.MARKETS);

  private final String label;
  private final String fieldId;

  Tracked(String label, String fieldId) {
    this.label = label;
    this.fieldId = fieldId;
  }

  Tracked(String label, CustomField field) {
    this(label, field.id());
  }

  String label() {
    return label;
  }

  Optional<String> fieldId() {
    return fieldId.isEmpty() ? Optional.empty() : Optional.of(fieldId);
  }

  boolean isCustom() {
    return fieldId.startsWith("customfield_");
  }
}
