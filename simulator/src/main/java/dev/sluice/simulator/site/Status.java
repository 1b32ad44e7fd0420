package dev.sluice.simulator.site;

import static dev.sluice.simulator.site.StatusCategory.DONE;
import static dev.sluice.simulator.site.StatusCategory.INDETERMINATE;
import static dev.sluice.simulator.site.StatusCategory.NEW;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Statuses; the team-managed events project has its own, under names that occur twice. */
enum Status {
  OPEN("1", "Open", NEW),
  IN_PROGRESS("3", "In Progress", INDETERMINATE),
  REOPENED("4", "Reopened", NEW),
  RESOLVED("5", "Resolved", DONE),
  CLOSED("6", "Closed", DONE),
  TO_DO("10000", "To Do", NEW),
  BACKLOG("10001", "Backlog", NEW),
  BRIEFING("10002", "Briefing", NEW),
  WAITING_FOR_BUDGET("10003", "Waiting for Budget", INDETERMINATE),
  IN_PRODUCTION("10004", "In Production", INDETERMINATE),
  IN_REVIEW("10005", "In Review", INDETERMINATE),
  CREATIVE_REVIEW("10006", "Creative Review", INDETERMINATE),
  LEGAL_APPROVAL("10007", "Legal Approval", INDETERMINATE),
  BOOKING("10008", "Booking", INDETERMINATE),
  SCHEDULED("10009", "Scheduled", INDETERMINATE),
  LIVE("10010", "Live", INDETERMINATE),
  APPROVED("10011", "Approved", DONE),
  REJECTED("10012", "Rejected", DONE),
  FINISHED("10013", "Done", DONE),
  CANCELLED("10014", "Cancelled", DONE),
  EVENT_TO_DO("10030", "To Do", NEW),
  EVENT_IN_PROGRESS("10031", "In Progress", INDETERMINATE),
  EVENT_DONE("10032", "Done", DONE);

  private static final Forms<Status> FORMS = new Forms<>(Status::write);

  private final String id;
  private final String label;
  private final StatusCategory category;

  Status(String id, String label, StatusCategory category) {
    this.id = id;
    this.label = label;
    this.category = category;
  }

  String id() {
    return id;
  }

  String label() {
    return label;
  }

  StatusCategory category() {
    return category;
  }

  boolean isDone() {
    return category == DONE;
  }

  ObjectNode json() {
    return FORMS.of(this);
  }

  private ObjectNode write() {
    return Json.object()
        .put("self", Json.self("status/" + id))
        .put("description", "")
        .put("iconUrl", Json.address("/images/icons/statuses/generic.png"))
        .put("name", label)
        .put("id", id)
        .set("statusCategory", category.json());
  }

  /** As {@code /status} answers: with the project a team-managed status belongs to. */
  ObjectNode catalogueJson() {
    ObjectNode json = json();
    json.put("untranslatedName", label);
    if (this == EVENT_TO_DO || this == EVENT_IN_PROGRESS || this == EVENT_DONE) {
      json.set("scope", Department.EVNT.scope());
    }
    return json;
  }
}
