package dev.sluice.schemas.table;

import static dev.sluice.schemas.table.JsonPath.at;
import static dev.sluice.schemas.type.Scalar.BOOLEAN;
import static dev.sluice.schemas.type.Scalar.LONG;
import static dev.sluice.schemas.type.Scalar.STRING;

import com.fasterxml.jackson.databind.JsonNode;

/** {@code issue_type}: the kinds of issues. */
final class IssueTypeTable {

  static final Declaration<JsonNode> DECLARATION =
      Declaration.<JsonNode>of("issue_type", "Issue types.", "id")
          .column("id", STRING, "Jira's id of the issue type.", at("id"))
          .column("name", STRING, "Name; not unique.", at("name"))
          .column("description", STRING, "What it is for, in words.", at("description"))
          .column("is_subtask", BOOLEAN, "Whether its issues are sub-tasks.", at("subtask"))
          .column(
              "hierarchy_level",
              LONG,
              "1 epic, 0 story or task, -1 sub-task; Cloud only.",
              at("hierarchyLevel"))
          .column(
              "project_id",
              STRING,
              "Team-managed project it belongs to; null for all.",
              at("scope", "project", "id"))
          .withLineage();

  private IssueTypeTable() {}
}
