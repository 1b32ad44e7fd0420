package dev.sluice.simulator.site;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** The priorities. */
enum Priority {
  HIGHEST("1", "Highest"),
  HIGH("2", "High"),
  MEDIUM("3", "Medium"),
  LOW("4", "Low"),
  LOWEST("5", "Lowest");

  private static final Forms<Priority> FORMS = new Forms<>(Priority::write);

  private final String id;
  private final String label;

  Priority(String id, String label) {
    this.id = id;
    this.label = label;
  }

  String id() {
    return id;
  }

  String label() {
    return label;
  }

  ObjectNode json() {
    return FORMS.of(this);
  }

  private ObjectNode write() {
    String icon = "/images/icons/priorities/" + name().toLowerCase(Locale.ROOT) + ".svg";
    return Json.named("priority", id, label).put("iconUrl", Json.address(icon));
  }

  ObjectNode catalogueJson() {
    return json().put("description", "").put("statusColor", "#ea4444");
  }
}
