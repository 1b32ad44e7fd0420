package dev.sluice.simulator.site;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An issue everybody talks about: more than Cloud puts into one page of a search. */
final class Bustle {
  private static final int REMARKS = 60;
  private static final int EFFORTS = 60;
  private static final int CHANGES = 75;

  private Bustle() {}

  static void plan(Scene scene) {
    Instant now = scene.stage.now();
    long span = now.toEpochMilli() - scene.created.toEpochMilli();
    for (int count = 1; count <= REMARKS; count++) {
      Talk.comment(scene, scene.created.plusMillis(span * count / (REMARKS + 1)));
    }
    for (int count = 1; count <= EFFORTS; count++) {
      Labour.log(scene, scene.created.plusMillis(span * count / (EFFORTS + 30)));
    }
    List<Priority> priorities = List.of(Priority.HIGH, Priority.LOW, Priority.HIGHEST);
    for (int count = 1; count <= CHANGES; count++) {
      Instant at = scene.created.plusMillis(span * count / (CHANGES + 2) + count);
      Cell priority = Cell.of(priorities.get(count % priorities.size()));
      scene.at(
          at, Optional.of(scene.worker(at)), issue -> issue.change(Tracked.PRIORITY, priority));
    }
  }
}
