package dev.sluice.schemas.table;

import static dev.sluice.schemas.table.JsonPath.at;
import static dev.sluice.schemas.table.JsonPath.field;
import static dev.sluice.schemas.type.Scalar.BOOLEAN;
import static dev.sluice.schemas.type.Scalar.DATE;
import static dev.sluice.schemas.type.Scalar.JSON;
import static dev.sluice.schemas.type.Scalar.LONG;
import static dev.sluice.schemas.type.Scalar.STRING;
import static dev.sluice.schemas.type.Scalar.TIMESTAMP;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.schemas.field.FieldColumn;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.field.JiraField;
import dev.sluice.schemas.type.ListOf;
import dev.sluice.schemas.type.Structs;
import java.util.Optional;

/** {@code issue}: system columns, one typed column per custom field, and all else in extra. */
final class IssueTable {

  private static final ListOf TEXTS = new ListOf(STRING);
  private static final ListOf REFERENCES = new ListOf(Structs.REFERENCE);

  private IssueTable() {}

  static IssueDeclaration<JsonNode> declaration(FieldColumns fields) {
    Declaration.Builder<JsonNode> table =
        Declaration.of("issue", "Issues, one row each, as they are now.", "id");
    identity(table);
    text(table);
    workflow(table);
    people(table);
    times(table);
    sets(table);
    efforts(table);
    counts(table);
    fields.columns().forEach(column -> custom(table, column));
    table.column(
        "extra",
        JSON,
        "Values that no column carries or that did not fit theirs, as Jira sent them: an object by field id.");
    return IssueDeclaration.onePerIssue(table.withLineage());
  }

  private static void identity(Declaration.Builder<JsonNode> table) {
    table
        .column("id", STRING, "Jira's id of the issue; survives moves and renames.", at("id"))
        .column(
            "key",
            STRING,
            "Current key; changes when the issue moves, see issue_key_alias.",
            at("key"))
        .column("project_id", STRING, "Project it is in.", field("project", "id"))
        .column("project_key", STRING, "Key of that project.", field("project", "key"))
        .column("project_name", STRING, "Name of that project.", field("project", "name"))
        .column("issue_type_id", STRING, "Issue type it has.", field("issuetype", "id"))
        .column("issue_type", STRING, "Name of that issue type.", field("issuetype", "name"))
        .column("is_subtask", BOOLEAN, "Whether it is a sub-task.", field("issuetype", "subtask"))
        .column(
            "hierarchy_level",
            LONG,
            "1 epic, 0 story or task, -1 sub-task; Cloud only.",
            field("issuetype", "hierarchyLevel"))
        .column(
            "parent_id",
            STRING,
            "Issue it is a part of; on Data Center of sub-tasks only.",
            field("parent", "id"))
        .column("parent_key", STRING, "Key of that issue.", field("parent", "key"));
  }

  private static void text(Declaration.Builder<JsonNode> table) {
    table
        .column("summary", STRING, "Its title, one line.", field("summary"))
        .column(
            "description",
            STRING,
            "What it is about, in Markdown; Data Center's wiki text as it is.",
            field("description"))
        .column(
            "environment",
            STRING,
            "Where it occurs, in Markdown; Data Center's wiki text as it is.",
            field("environment"));
  }

  private static void workflow(Declaration.Builder<JsonNode> table) {
    table
        .column("status_id", STRING, "Status it is in.", field("status", "id"))
        .column("status", STRING, "Name of that status.", field("status", "name"))
        .column(
            "status_category",
            STRING,
            "new (to do), indeterminate (in progress), done or undefined.",
            field("status", "statusCategory", "key"))
        .column(
            "status_category_changed",
            TIMESTAMP,
            "When the status category last changed; Cloud only.",
            field("statuscategorychangedate"))
        .column("priority_id", STRING, "Priority it has.", field("priority", "id"))
        .column("priority", STRING, "Name of that priority.", field("priority", "name"))
        .column(
            "resolution_id",
            STRING,
            "Resolution it ended with; null while it has none.",
            field("resolution", "id"))
        .column("resolution", STRING, "Name of that resolution.", field("resolution", "name"))
        .column(
            "resolved",
            TIMESTAMP,
            "When it was resolved; null while it is not.",
            field("resolutiondate"));
  }

  private static void people(Declaration.Builder<JsonNode> table) {
    person(table, "assignee", "who works on it");
    person(table, "reporter", "who asked for it");
    person(table, "creator", "who entered it");
  }

  private static void person(Declaration.Builder<JsonNode> table, String role, String doc) {
    table
        .column(role + "_id", STRING, "Account of " + doc + ".", field(role).personId())
        .column(role, STRING, "Display name of " + doc + ".", field(role, "displayName"));
  }

  private static void times(Declaration.Builder<JsonNode> table) {
    table
        .column("created", TIMESTAMP, "When it was created.", field("created"))
        .column("updated", TIMESTAMP, "When it was last changed.", field("updated"))
        .column(
            "last_viewed",
            TIMESTAMP,
            "When the account that reads last viewed it in Jira.",
            field("lastViewed"))
        .column("due_date", DATE, "Day it is due.", field("duedate"));
  }

  private static void sets(Declaration.Builder<JsonNode> table) {
    table
        .column("labels", TEXTS, "Labels, in Jira's order.", field("labels"))
        .column(
            "components", REFERENCES, "Components of the project it is about.", field("components"))
        .column(
            "fix_versions",
            REFERENCES,
            "Versions it was or is to be fixed in.",
            field("fixVersions"))
        .column("affects_versions", REFERENCES, "Versions it affects.", field("versions"))
        .column(
            "security_level",
            STRING,
            "Name of its security level; null if all may see it who see the project.",
            field("security", "name"));
  }

  private static void efforts(Declaration.Builder<JsonNode> table) {
    table
        .column(
            "original_estimate_seconds",
            LONG,
            "Original estimate, in seconds.",
            tracked("timeoriginalestimate", "originalEstimateSeconds"))
        .column(
            "remaining_estimate_seconds",
            LONG,
            "Estimate of what is left, in seconds.",
            tracked("timeestimate", "remainingEstimateSeconds"))
        .column(
            "time_spent_seconds",
            LONG,
            "Time logged, in seconds.",
            tracked("timespent", "timeSpentSeconds"))
        .column(
            "aggregate_original_estimate_seconds",
            LONG,
            "Original estimate of it and its sub-tasks, in seconds.",
            field("aggregatetimeoriginalestimate"))
        .column(
            "aggregate_remaining_estimate_seconds",
            LONG,
            "Estimate of what is left of it and its sub-tasks, in seconds.",
            field("aggregatetimeestimate"))
        .column(
            "aggregate_time_spent_seconds",
            LONG,
            "Time logged on it and its sub-tasks, in seconds.",
            field("aggregatetimespent"))
        .column(
            "work_ratio",
            LONG,
            "Time logged in percent of the estimate; -1 without an estimate.",
            field("workratio"));
  }

  /** The field of its own, or its twin inside {@code timetracking} where only that is shown. */
  private static JsonPath tracked(String fieldId, String member) {
    return field(fieldId).orElse(field("timetracking", member));
  }

  private static void counts(Declaration.Builder<JsonNode> table) {
    table
        .column("votes", LONG, "Number of votes.", field("votes", "votes"))
        .column("watchers", LONG, "Number of watchers.", field("watches", "watchCount"))
        .computed(
            "comment_count",
            LONG,
            "Number of comments, as the server counts them.",
            IssueCounts::comments)
        .computed(
            "worklog_count",
            LONG,
            "Number of worklogs, as the server counts them.",
            IssueCounts::worklogs)
        .computed("attachment_count", LONG, "Number of attachments.", IssueCounts::attachments)
        .computed(
            "link_count", LONG, "Number of links to other issues, both ways.", IssueCounts::links)
        .computed("subtask_count", LONG, "Number of sub-tasks.", IssueCounts::subtasks)
        .computed(
            "history_count",
            LONG,
            "Number of entries in its change history, as the server counts them; null if it was not read.",
            IssueCounts::histories);
  }

  private static void custom(Declaration.Builder<JsonNode> table, FieldColumn column) {
    JiraField jiraField = column.field();
    String doc = jiraField.id() + " '" + jiraField.name() + "' (" + jiraField.typeInWords() + ")";
    table.add(
        new Column(
            column.column(),
            column.type(),
            doc,
            false,
            Optional.of(jiraField.id()),
            Optional.of(jiraField)),
        new Reading.Located<>(field(jiraField.id())));
  }
}
