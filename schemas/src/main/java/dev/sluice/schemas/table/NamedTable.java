package dev.sluice.schemas.table;

import static dev.sluice.schemas.table.JsonPath.at;
import static dev.sluice.schemas.type.Scalar.STRING;

import com.fasterxml.jackson.databind.JsonNode;

/** {@code priority} and {@code resolution}: plain lists of names. */
final class NamedTable {

  static final Declaration<JsonNode> PRIORITY = named("priority", "Priorities.");
  static final Declaration<JsonNode> RESOLUTION = named("resolution", "Resolutions.");

  private NamedTable() {}

  private static Declaration<JsonNode> named(String name, String doc) {
    return Declaration.<JsonNode>of(name, doc, "id")
        .column("id", STRING, "Jira's id of the " + name + ".", at("id"))
        .column("name", STRING, "Name.", at("name"))
        .column("description", STRING, "What it means, in words.", at("description"))
        .withLineage();
  }
}
