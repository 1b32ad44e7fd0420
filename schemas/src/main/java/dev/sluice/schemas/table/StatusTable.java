package dev.sluice.schemas.table;

import static dev.sluice.schemas.table.JsonPath.at;
import static dev.sluice.schemas.type.Scalar.STRING;

import com.fasterxml.jackson.databind.JsonNode;

/** {@code status}: the statuses of all workflows. */
final class StatusTable {

  static final Declaration<JsonNode> DECLARATION =
      Declaration.<JsonNode>of("status", "Statuses of all workflows.", "id")
          .column("id", STRING, "Jira's id of the status.", at("id"))
          .column("name", STRING, "Name; not unique.", at("name"))
          .column("description", STRING, "What it means, in words.", at("description"))
          .column(
              "status_category",
              STRING,
              "new (to do), indeterminate (in progress), done or undefined.",
              at("statusCategory", "key"))
          .column(
              "project_id",
              STRING,
              "Team-managed project it belongs to; null for all.",
              at("scope", "project", "id"))
          .withLineage();

  private StatusTable() {}
}
