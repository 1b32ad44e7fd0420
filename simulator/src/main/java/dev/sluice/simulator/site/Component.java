package dev.sluice.simulator.site;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A component of a project. */
record Component(String id, Department project, String name) {

  /** As a field of an issue holds it. */
  ObjectNode json() {
    return Json.named("component", id, name).put("description", "Work on " + name);
  }

  /** As the components of a project are answered. */
  ObjectNode catalogueJson(Person lead) {
    ObjectNode json = json();
    json.set("lead", lead.json());
    return json.put("assigneeType", "PROJECT_DEFAULT")
        .put("isAssigneeTypeValid", false)
        .put("project", project.name())
        .put("projectId", Long.parseLong(project.id()));
  }
}
