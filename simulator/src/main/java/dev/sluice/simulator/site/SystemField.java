package dev.sluice.simulator.site;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The fields every Jira has, as {@code /field} answers them. */
final class SystemField {
  /** id; name; type, with the items of an array after a blank; clauses; o n s flags. */
  private static final List<List<String>> ALL =
      List.of(
          List.of(
              "statuscategorychangedate",
              "Status Category Changed",
              "datetime",
              "statusCategoryChangedDate",
              "ns"),
          List.of("parent", "Parent", "issuelink", "parent", "n"),
          List.of("timespent", "Time Spent", "number", "timespent", "n"),
          List.of("project", "Project", "project", "project", "ns"),
          List.of("fixVersions", "Fix versions", "array version", "fixVersion", "ons"),
          List.of("aggregatetimespent", "Σ Time Spent", "number", "", "n"),
          List.of("resolution", "Resolution", "resolution", "resolution", "ons"),
          List.of("resolutiondate", "Resolved", "datetime", "resolutiondate resolved", "ns"),
          List.of("workratio", "Work Ratio", "number", "workratio", "ns"),
          List.of("lastViewed", "Last Viewed", "datetime", "lastViewed", "n"),
          List.of("watches", "Watchers", "watches", "watchers", "n"),
          List.of("issuerestriction", "Restrict to", "issuerestriction", "", "ons"),
          List.of("created", "Created", "datetime", "created createdDate", "ns"),
          List.of("priority", "Priority", "priority", "priority", "ons"),
          List.of("labels", "Labels", "array string", "labels", "ons"),
          List.of(
              "timeestimate",
              "Remaining Estimate",
              "number",
              "remainingEstimate timeestimate",
              "n"),
          List.of("aggregatetimeoriginalestimate", "Σ Original Estimate", "number", "", "n"),
          List.of("versions", "Affects versions", "array version", "affectedVersion", "ons"),
          List.of("issuelinks", "Linked Issues", "array issuelinks", "issueLink", "ons"),
          List.of("assignee", "Assignee", "user", "assignee", "ons"),
          List.of("updated", "Updated", "datetime", "updated updatedDate", "ns"),
          List.of("status", "Status", "status", "status", "ns"),
          List.of("components", "Components", "array component", "component", "ons"),
          List.of(
              "timeoriginalestimate",
              "Original estimate",
              "number",
              "originalEstimate timeoriginalestimate",
              "n"),
          List.of("description", "Description", "string", "description", "ons"),
          List.of("timetracking", "Time tracking", "timetracking", "", "os"),
          List.of("security", "Security Level", "securitylevel", "level", "ons"),
          List.of("attachment", "Attachment", "array attachment", "attachments", "os"),
          List.of("aggregatetimeestimate", "Σ Remaining Estimate", "number", "", "n"),
          List.of("summary", "Summary", "string", "summary", "ons"),
          List.of("creator", "Creator", "user", "creator", "ns"),
          List.of("subtasks", "Sub-tasks", "array issuelinks", "subtasks", "n"),
          List.of("reporter", "Reporter", "user", "reporter", "ons"),
          List.of("aggregateprogress", "Σ Progress", "progress", "", "n"),
          List.of("environment", "Environment", "string", "environment", "ons"),
          List.of("duedate", "Due date", "date", "due duedate", "ons"),
          List.of("progress", "Progress", "progress", "progress", "n"),
          List.of("votes", "Votes", "votes", "votes", "n"),
          List.of("comment", "Comment", "comments-page", "comment", "os"),
          List.of("issuetype", "Issue Type", "issuetype", "issuetype type", "ons"),
          List.of("worklog", "Log Work", "array worklog", "", "os"));

  private SystemField() {}

  static List<ObjectNode> catalogue() {
    List<ObjectNode> fields = new ArrayList<>();
    fields.add(field("issuekey", "Key", "id issue issuekey key", "n"));
    fields.add(field("thumbnail", "Images", "", "n"));
    for (List<String> row : ALL) {
      ObjectNode schema = Json.object();
      String type = row.get(2);
      int blank = type.indexOf(' ');
      if (blank < 0) {
        schema.put("type", type);
      } else {
        schema.put("type", type.substring(0, blank)).put("items", type.substring(blank + 1));
      }
      ObjectNode field = field(row.get(0), row.get(1), row.get(3), row.get(4));
      field.set("schema", schema.put("system", row.get(0)));
      fields.add(field);
    }
    return fields;
  }

  static boolean isListed(String id) {
    return ALL.stream().anyMatch(row -> row.get(0).equals(id));
  }

  private static ObjectNode field(String id, String name, String clauses, String flags) {
    ArrayNode names = Json.array();
    if (!clauses.isEmpty()) {
      for (String clause : clauses.split(" ", -1)) {
        names.add(clause);
      }
    }
    ObjectNode field =
        Json.object()
            .put("id", id)
            .put("key", id)
            .put("name", name)
            .put("custom", false)
            .put("orderable", flags.contains("o"))
            .put("navigable", flags.contains("n"))
            .put("searchable", flags.contains("s"));
    field.set("clauseNames", names);
    return field;
  }
}
