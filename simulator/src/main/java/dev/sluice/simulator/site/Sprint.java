package dev.sluice.simulator.site;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * A sprint of a board.
 *
 * @param position its place among the sprints of its board
 * @param state {@code closed}, {@code active} or {@code future}; a future one shows no dates
 * @param complete when it was, or is going to be, closed
 */
record Sprint(
    long id,
    int position,
    String name,
    String state,
    long boardId,
    String goal,
    Instant start,
    Instant end,
    Instant complete) {

  boolean isClosed() {
    return state.equals("closed");
  }

  /** As the sprint field of a Cloud issue holds it. */
  ObjectNode fieldJson() {
    ObjectNode json =
        Json.object()
            .put("id", id)
            .put("name", name)
            .put("state", state)
            .put("boardId", boardId)
            .put("goal", goal);
    return withDates(json);
  }

  /** As the agile API answers. */
  ObjectNode agileJson() {
    ObjectNode json =
        Json.object()
            .put("id", id)
            .put("self", Json.agile("sprint/" + id))
            .put("state", state)
            .put("name", name)
            .put("originBoardId", boardId)
            .put("goal", goal);
    return withDates(json);
  }

  private ObjectNode withDates(ObjectNode json) {
    if (!state.equals("future")) {
      json.put("startDate", Stamps.zulu(start)).put("endDate", Stamps.zulu(end));
    }
    if (isClosed()) {
      json.put("completeDate", Stamps.zulu(complete));
    }
    return json;
  }
}
