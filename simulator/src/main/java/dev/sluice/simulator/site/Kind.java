package dev.sluice.simulator.site;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The issue types. */
enum Kind {
  CAMPAIGN("10000", "Campaign", 1, "A campaign with a budget and a launch date."),
  STORY("10001", "Story", 0, "Something a customer will notice."),
  TASK("10002", "Task", 0, "A piece of work."),
  CREATIVE_TASK("10003", "Creative Task", 0, "Copy, artwork, film."),
  MEDIA_TASK("10004", "Media Task", 0, "Booking and trafficking of paid media."),
  APPROVAL("10005", "Approval", 0, "Sign-off by legal or brand."),
  BUG("10006", "Bug", 0, "Something is wrong on a page or in a mailing."),
  SUBTASK("10007", "Sub-task", -1, "A part of a larger piece of work."),
  EVENT("10020", "Event", 0, "A fair, webinar or dinner.");

  private static final Forms<Kind> FORMS = new Forms<>(Kind::write);

  private final String id;
  private final String label;
  private final int level;
  private final String description;

  Kind(String id, String label, int level, String description) {
    this.id = id;
    this.label = label;
    this.level = level;
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
    return Json.named("issuetype", id, label)
        .put("description", description)
        .put(
            "iconUrl",
            Json.address("/secure/viewavatar?size=medium&avatarId=10300&avatarType=issuetype"))
        .put("subtask", this == SUBTASK)
        .put("avatarId", 10300 + Integer.parseInt(id) % 100)
        .put("hierarchyLevel", level);
  }

  /** As {@code /issuetype} answers: with the project a team-managed type belongs to. */
  ObjectNode catalogueJson() {
    ObjectNode json = json().put("untranslatedName", label);
    if (this == EVENT) {
      json.set("scope", Department.EVNT.scope());
    }
    return json;
  }
}
