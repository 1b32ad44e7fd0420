package dev.sluice.simulator.site;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The resolutions. */
enum Resolution {
  DONE("10000", "Done", "Work has been completed on this issue."),
  WONT_DO("10001", "Won't Do", "This issue won't be actioned."),
  DUPLICATE("10002", "Duplicate", "The problem is a duplicate of an existing issue."),
  CANNOT_REPRODUCE("10003", "Cannot Reproduce", "All attempts at reproducing this issue failed.");

  private static final Forms<Resolution> FORMS = new Forms<>(Resolution::write);

  private final String id;
  private final String label;
  private final String description;

  Resolution(String id, String label, String description) {
    this.id = id;
    this.label = label;
    this.description = description;
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
    return Json.named("resolution", id, label).put("description", description);
  }
}
