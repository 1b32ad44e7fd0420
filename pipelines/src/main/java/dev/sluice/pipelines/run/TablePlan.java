package dev.sluice.pipelines.run;

import dev.sluice.schemas.history.HistoryOptions;
import java.util.List;
import java.util.Set;

/**
 * Which tables a run writes.
 *
 * @param selected their names
 * @param required dimensions without which the run is not complete
 * @param history how histories are told
 * @param projects keys of the projects whose components, versions, boards and sprints are read; all
 *     when empty
 */
public record TablePlan(
    Set<String> selected, Set<String> required, HistoryOptions history, List<String> projects) {

  public TablePlan {
    selected = Set.copyOf(selected);
    required = Set.copyOf(required);
    projects = List.copyOf(projects);
  }
}
