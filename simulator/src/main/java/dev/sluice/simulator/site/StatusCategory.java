package dev.sluice.simulator.site;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** Jira's fixed status categories. */
enum StatusCategory {
  UNDEFINED(1, "medium-gray", "No Category"),
  NEW(2, "blue-gray", "To Do"),
  DONE(3, "green", "Done"),
  INDETERMINATE(4, "yellow", "In Progress");

  private final int id;
  private final String color;
  private final String label;

  StatusCategory(int id, String color, String label) {
    this.id = id;
    this.color = color;
    this.label = label;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  ObjectNode json() {
    return Json.object()
        .put("self", Json.self("statuscategory/" + id))
        .put("id", id)
        .put("key", key())
        .put("colorName", color)
        .put("name", label);
  }
}
