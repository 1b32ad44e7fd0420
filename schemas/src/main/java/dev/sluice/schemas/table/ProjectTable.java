package dev.sluice.schemas.table;

import static dev.sluice.schemas.table.JsonPath.at;
import static dev.sluice.schemas.type.Scalar.BOOLEAN;
import static dev.sluice.schemas.type.Scalar.STRING;

import com.fasterxml.jackson.databind.JsonNode;

/** {@code project}: from the projects of either edition's project list. */
final class ProjectTable {

  static final Declaration<JsonNode> DECLARATION =
      Declaration.<JsonNode>of("project", "Projects the account may see.", "id")
          .column("id", STRING, "Jira's id of the project.", at("id"))
          .column("key", STRING, "Current key; keys change.", at("key"))
          .column("name", STRING, "Name.", at("name"))
          .column("description", STRING, "What it is about, in words.", at("description"))
          .column("lead_id", STRING, "Account of the lead.", at("lead").personId())
          .column("lead", STRING, "Display name of the lead.", at("lead", "displayName"))
          .column(
              "category",
              STRING,
              "Name of its category, if it has one.",
              at("projectCategory", "name"))
          .column(
              "project_type",
              STRING,
              "software, business, service_desk and the like.",
              at("projectTypeKey"))
          .column(
              "style",
              STRING,
              "classic (company-managed) or next-gen (team-managed); Cloud only.",
              at("style"))
          .column("is_private", BOOLEAN, "Whether it is private; Cloud only.", at("isPrivate"))
          .column("is_archived", BOOLEAN, "Whether it is archived.", at("archived"))
          .column("url", STRING, "Page the project names as its own.", at("url"))
          .withLineage();

  private ProjectTable() {}
}
