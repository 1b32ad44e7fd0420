package dev.sluice.simulator.site;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the department's Jira tells of itself: fields, projects, boards, sprints. */
final class Directory {
  private static final List<String> BOARDS =
      List.of(
          "Campaign sprints", "Studio sprints", "Media flow", "Events board", "DO: sprint, board");

  private final Stage stage;
  private final LocalDate today;

  Directory(Stage stage) {
    this.stage = stage;
    today = LocalDate.ofInstant(stage.now(), stage.zone());
  }

  List<ObjectNode> fields() {
    List<ObjectNode> fields = SystemField.catalogue();
    for (CustomField field : CustomField.values()) {
      fields.add(field.json());
    }
    return fields;
  }

  List<ObjectNode> projects() {
    List<ObjectNode> projects = new ArrayList<>();
    Dice dice = Dice.of(stage.seed(), -5);
    for (Department project : Department.values()) {
      Person lead = stage.people().pick(Role.of(Kind.TASK, project), stage.now(), dice);
      ObjectNode json = project.json();
      json.put("description", "Where " + project.label() + " plans and works.")
          .put("assigneeType", "UNASSIGNED")
          .put("style", project.style())
          .put("isPrivate", project == Department.EVNT)
          .put("url", "https://example.com/" + project.name());
      if (project.isArchived()) {
        json.put("archived", true);
      }
      json.set("lead", lead.json());
      ArrayNode types = json.putArray("issueTypes");
      for (Kind kind : Kind.values()) {
        if (kind != Kind.EVENT || project == Department.EVNT) {
          types.add(kind.catalogueJson());
        }
      }
      ArrayNode components = json.putArray("components");
      stage.shelf().components(project).forEach(each -> components.add(each.catalogueJson(lead)));
      ArrayNode versions = json.putArray("versions");
      stage.shelf().versions(project).forEach(each -> versions.add(each.catalogueJson(today)));
      json.putObject("properties");
      json.putObject("roles");
      projects.add(json);
    }
    return projects;
  }

  List<ObjectNode> boards() {
    List<ObjectNode> boards = new ArrayList<>();
    for (Department project : Department.values()) {
      if (project != Department.PRINT) {
        long id = SprintCalendar.boardOf(project);
        boolean scrum = !stage.calendar().of(project).isEmpty();
        ObjectNode board =
            Json.object()
                .put("id", id)
                .put("self", Json.agile("board/" + id))
                .put("name", BOARDS.get((int) id - 1))
                .put("type", scrum ? "scrum" : project == Department.EVNT ? "simple" : "kanban");
        boards.add(board.set("location", location(project)));
      }
    }
    return boards;
  }

  Map<Long, List<ObjectNode>> sprints() {
    Map<Long, List<ObjectNode>> sprints = new HashMap<>();
    for (Department project : Department.values()) {
      List<Sprint> ofProject = stage.calendar().of(project);
      if (!ofProject.isEmpty()) {
        sprints.put(
            SprintCalendar.boardOf(project), ofProject.stream().map(Sprint::agileJson).toList());
      }
    }
    return sprints;
  }

  private static ObjectNode location(Department project) {
    return Json.object()
        .put("projectId", Long.parseLong(project.id()))
        .put("displayName", project.label() + " (" + project.name() + ")")
        .put("projectName", project.label())
        .put("projectKey", project.name())
        .put("projectTypeKey", "software")
        .put("name", project.label() + " (" + project.name() + ")");
  }
}
