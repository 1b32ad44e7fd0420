package dev.sluice.simulator.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gathers boards and sprints from what issues tell of them, as objects or as Java's toString. */
final class SprintNotes {
  private static final Pattern TEXT =
      Pattern.compile("[\\w.]*\\.Sprint@\\w+\\[.*]", Pattern.DOTALL);
  private static final Pattern PART =
      Pattern.compile(
          "(?:^|,)(id|rapidViewId|state|name|goal|startDate|endDate|completeDate|activatedDate"
              + "|sequence|synced|autoStartStop|incompleteIssuesDestinationId)=");

  private final Map<Long, ObjectNode> sprints = new TreeMap<>();
  private final Map<Long, JsonNode> projectOfBoard = new TreeMap<>();

  static boolean isSprint(JsonNode value) {
    return value.isTextual()
        ? TEXT.matcher(value.textValue()).matches()
        : value.path("state").isTextual()
            && value.has("id")
            && (value.has("boardId") || value.has("originBoardId"));
  }

  /** Notes the sprints in the value of a field. */
  void read(JsonNode value, JsonNode project) {
    if (value.isArray()) {
      value.forEach(each -> read(each, project));
    } else if (isSprint(value)) {
      note(value.isTextual() ? parts(value.textValue()) : value, project);
    }
  }

  List<ObjectNode> boards() {
    List<ObjectNode> boards = new ArrayList<>();
    projectOfBoard.forEach(
        (id, project) -> {
          ObjectNode board =
              Json.object()
                  .put("id", id)
                  .put("self", Json.agile("board/" + id))
                  .put("name", "Board " + id)
                  .put("type", "scrum");
          ObjectNode location = board.putObject("location");
          location.put("projectId", project.path("id").asLong());
          location.put("projectKey", project.path("key").asText());
          location.put("projectName", project.path("name").asText());
          boards.add(board);
        });
    return boards;
  }

  Map<Long, List<ObjectNode>> byBoard() {
    Map<Long, List<ObjectNode>> byBoard = new TreeMap<>();
    Collection<ObjectNode> all = sprints.values();
    for (ObjectNode sprint : all) {
      if (sprint.has("originBoardId")) {
        long board = sprint.path("originBoardId").asLong();
        byBoard.computeIfAbsent(board, id -> new ArrayList<>()).add(sprint);
      }
    }
    return byBoard;
  }

  private void note(JsonNode told, JsonNode project) {
    long id = told.path("id").asLong();
    ObjectNode sprint =
        Json.object()
            .put("id", id)
            .put("self", Json.agile("sprint/" + id))
            .put("state", told.path("state").asText().toLowerCase(Locale.ROOT))
            .put("name", told.path("name").asText());
    for (String date : List.of("startDate", "endDate", "completeDate", "goal")) {
      String text = told.path(date).asText("");
      if (!text.isEmpty() && !text.equals("<null>")) {
        sprint.put(date, text);
      }
    }
    for (String board : List.of("originBoardId", "boardId", "rapidViewId")) {
      if (told.path(board).asLong(0) > 0) {
        sprint.put("originBoardId", told.path(board).asLong());
        projectOfBoard.putIfAbsent(told.path(board).asLong(), project);
      }
    }
    sprints.put(id, sprint);
  }

  /** The parts of a sprint's text, whose name may hold commas, brackets and equals signs. */
  static ObjectNode parts(String text) {
    String inner = text.substring(text.indexOf('[') + 1, text.length() - 1);
    ObjectNode parts = Json.object();
    Matcher matcher = PART.matcher(inner);
    boolean more = matcher.find();
    while (more) {
      String name = matcher.group(1);
      int from = matcher.end();
      more = matcher.find();
      parts.put(name, inner.substring(from, more ? matcher.start() : inner.length()));
    }
    return parts;
  }
}
