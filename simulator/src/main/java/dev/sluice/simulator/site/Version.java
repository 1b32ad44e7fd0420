package dev.sluice.simulator.site;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;

/** A version of a project: a quarter. */
record Version(
    String id,
    Department project,
    String name,
    boolean archived,
    boolean released,
    LocalDate start,
    LocalDate release) {

  /** As a field of an issue holds it. */
  ObjectNode json() {
    return Json.named("version", id, name)
        .put("description", "Everything planned for " + name)
        .put("archived", archived)
        .put("released", released)
        .put("releaseDate", release.toString());
  }

  /** As the versions of a project are answered. */
  ObjectNode catalogueJson(LocalDate today) {
    ObjectNode json =
        json()
            .put("startDate", start.toString())
            .put("userStartDate", Stamps.shortDay(start))
            .put("userReleaseDate", Stamps.shortDay(release))
            .put("projectId", Long.parseLong(project.id()));
    if (!released) {
      json.put("overdue", release.isBefore(today));
    }
    return json;
  }
}
