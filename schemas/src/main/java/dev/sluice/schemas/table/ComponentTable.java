package dev.sluice.schemas.table;

import static dev.sluice.schemas.table.JsonPath.at;
import static dev.sluice.schemas.type.Scalar.STRING;

import com.fasterxml.jackson.databind.JsonNode;

/** {@code component}: the parts projects are divided into. */
final class ComponentTable {

  static final Declaration<JsonNode> DECLARATION =
      Declaration.<JsonNode>of("component", "Components of projects.", "id")
          .column("id", STRING, "Jira's id of the component.", at("id"))
          .column("project_id", STRING, "Project it is a part of.", at("projectId"))
          .column("name", STRING, "Name; unique within its project.", at("name"))
          .column("description", STRING, "What it is, in words.", at("description"))
          .column("lead_id", STRING, "Account of the lead.", at("lead").personId())
          .withLineage();

  private ComponentTable() {}
}
