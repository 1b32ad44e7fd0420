package dev.sluice.schemas.table;

import static dev.sluice.schemas.table.JsonPath.at;
import static dev.sluice.schemas.type.Scalar.STRING;
import static dev.sluice.schemas.type.Scalar.TIMESTAMP;

import com.fasterxml.jackson.databind.JsonNode;

/** {@code sprint}: a sprint once, on however many boards it shows. */
final class SprintTable {

  static final Declaration<JsonNode> DECLARATION =
      Declaration.<JsonNode>of("sprint", "Sprints, each once.", "id")
          .column("id", STRING, "Jira's id of the sprint.", at("id"))
          .column("name", STRING, "Name.", at("name"))
          .column("state", STRING, "future, active or closed.", at("state"))
          .column("goal", STRING, "What it is to reach, in words.", at("goal"))
          .column("board_id", STRING, "Board it was made on.", at("originBoardId"))
          .column("start_date", TIMESTAMP, "When it started or is to start.", at("startDate"))
          .column("end_date", TIMESTAMP, "When it is to end.", at("endDate"))
          .column(
              "complete_date",
              TIMESTAMP,
              "When it was closed; null until then.",
              at("completeDate"))
          .withLineage();

  private SprintTable() {}
}
