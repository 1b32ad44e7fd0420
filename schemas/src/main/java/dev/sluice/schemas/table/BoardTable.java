package dev.sluice.schemas.table;

import static dev.sluice.schemas.table.JsonPath.at;
import static dev.sluice.schemas.type.Scalar.STRING;

import com.fasterxml.jackson.databind.JsonNode;

/** {@code board}: the boards of Jira Software. */
final class BoardTable {

  static final Declaration<JsonNode> DECLARATION =
      Declaration.<JsonNode>of("board", "Boards of Jira Software.", "id")
          .column("id", STRING, "Jira's id of the board.", at("id"))
          .column("name", STRING, "Name.", at("name"))
          .column("type", STRING, "scrum, kanban or simple.", at("type"))
          .column(
              "project_id",
              STRING,
              "Project it is filed under, if any.",
              at("location", "projectId"))
          .column("project_key", STRING, "Key of that project.", at("location", "projectKey"))
          .withLineage();

  private BoardTable() {}
}
