package dev.sluice.simulator.site;

import static dev.sluice.simulator.site.Status.APPROVED;
import static dev.sluice.simulator.site.Status.BACKLOG;
import static dev.sluice.simulator.site.Status.BOOKING;
import static dev.sluice.simulator.site.Status.BRIEFING;
import static dev.sluice.simulator.site.Status.CLOSED;
import static dev.sluice.simulator.site.Status.CREATIVE_REVIEW;
import static dev.sluice.simulator.site.Status.EVENT_DONE;
import static dev.sluice.simulator.site.Status.EVENT_IN_PROGRESS;
import static dev.sluice.simulator.site.Status.EVENT_TO_DO;
import static dev.sluice.simulator.site.Status.FINISHED;
import static dev.sluice.simulator.site.Status.IN_PRODUCTION;
import static dev.sluice.simulator.site.Status.IN_PROGRESS;
import static dev.sluice.simulator.site.Status.IN_REVIEW;
import static dev.sluice.simulator.site.Status.LEGAL_APPROVAL;
import static dev.sluice.simulator.site.Status.LIVE;
import static dev.sluice.simulator.site.Status.OPEN;
import static dev.sluice.simulator.site.Status.RESOLVED;
import static dev.sluice.simulator.site.Status.SCHEDULED;
import static dev.sluice.simulator.site.Status.TO_DO;
import static dev.sluice.simulator.site.Status.WAITING_FOR_BUDGET;

import java.util.List;

/** The statuses a type goes through, and how long it usually stays in each. */
record Workflow(List<Step> steps) {

  /**
   * One status on the way.
   *
   * @param hours how long an issue stays on average, nights and weekends included
   * @param rework how probably it is sent back one step from here
   */
  record Step(Status status, double hours, double rework) {}

  static Workflow of(Kind kind, Department project) {
    if (project == Department.EVNT) {
      return of(step(EVENT_TO_DO, 200), step(EVENT_IN_PROGRESS, 260), step(EVENT_DONE, 0));
    }
    return switch (kind) {
      case CAMPAIGN ->
          of(
              step(BACKLOG, 5),
              step(BRIEFING, 15),
              step(WAITING_FOR_BUDGET, 10),
              step(IN_PRODUCTION, 40),
              step(LEGAL_APPROVAL, 15),
              step(SCHEDULED, 15),
              step(LIVE, 0),
              step(FINISHED, 0));
      case STORY, TASK, EVENT ->
          of(
              step(TO_DO, 130),
              step(IN_PROGRESS, 70),
              new Step(IN_REVIEW, 30, 0.2),
              step(FINISHED, 0));
      case CREATIVE_TASK ->
          of(
              step(TO_DO, 90),
              step(IN_PROGRESS, 80),
              new Step(CREATIVE_REVIEW, 40, 0.4),
              step(FINISHED, 0));
      case MEDIA_TASK ->
          of(
              step(TO_DO, 100),
              step(BOOKING, 50),
              step(SCHEDULED, 120),
              step(LIVE, 300),
              step(FINISHED, 0));
      case APPROVAL -> of(step(OPEN, 20), step(LEGAL_APPROVAL, 90), step(APPROVED, 0));
      case BUG ->
          of(
              step(OPEN, 60),
              step(IN_PROGRESS, 40),
              new Step(IN_REVIEW, 20, 0.15),
              step(RESOLVED, 100),
              step(CLOSED, 0));
      case SUBTASK -> of(step(TO_DO, 60), step(IN_PROGRESS, 40), step(FINISHED, 0));
    };
  }

  Status first() {
    return steps.get(0).status;
  }

  Status last() {
    return steps.get(steps.size() - 1).status;
  }

  private static Workflow of(Step... steps) {
    return new Workflow(List.of(steps));
  }

  private static Step step(Status status, double hours) {
    return new Step(status, hours, 0);
  }
}
