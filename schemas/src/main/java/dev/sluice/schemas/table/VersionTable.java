package dev.sluice.schemas.table;

import static dev.sluice.schemas.table.JsonPath.at;
import static dev.sluice.schemas.type.Scalar.BOOLEAN;
import static dev.sluice.schemas.type.Scalar.DATE;
import static dev.sluice.schemas.type.Scalar.STRING;

import com.fasterxml.jackson.databind.JsonNode;

/** {@code version}: what projects release; its days are days, never shifted. */
final class VersionTable {

  static final Declaration<JsonNode> DECLARATION =
      Declaration.<JsonNode>of("version", "Versions of projects.", "id")
          .column("id", STRING, "Jira's id of the version.", at("id"))
          .column("project_id", STRING, "Project that releases it.", at("projectId"))
          .column("name", STRING, "Name; unique within its project.", at("name"))
          .column("description", STRING, "What it is, in words.", at("description"))
          .column("is_archived", BOOLEAN, "Whether it is archived.", at("archived"))
          .column("is_released", BOOLEAN, "Whether it is released.", at("released"))
          .column(
              "is_overdue",
              BOOLEAN,
              "Whether its release day has passed without a release.",
              at("overdue"))
          .column("start_date", DATE, "Day it starts.", at("startDate"))
          .column("release_date", DATE, "Day it is or was released.", at("releaseDate"))
          .withLineage();

  private VersionTable() {}
}
