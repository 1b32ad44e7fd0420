package dev.sluice.pipelines.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.schemas.layout.ExitCode;
import dev.sluice.schemas.layout.RunSummary;
import dev.sluice.schemas.layout.WarehouseLayout;
import dev.sluice.schemas.value.Timestamps;
import dev.sluice.simulator.JiraSimulator;
import dev.sluice.transforms.local.LocalWarehouse;
import dev.sluice.transforms.local.OpenWarehouse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How following people at work went.
 *
 * @param same issues whose newest version is in the warehouse
 * @param all issues of Jira
 */
record LiveOutcome(long changes, int increments, long same, long all) {

  /** Compares the warehouse with Jira, issue by issue. */
  static LiveOutcome of(long changes, int increments, JiraSimulator jira, Path folder) {
    Map<String, Long> held = held(folder.resolve(WarehouseLayout.LOCAL_WAREHOUSE));
    long[] count = new long[2];
    try (Stream<ObjectNode> truth = jira.truth()) {
      truth.forEach(
          issue -> {
            Optional<Instant> updated =
                Timestamps.parse(issue.path("fields").path("updated").asText());
            Long version = held.get(issue.path("id").asText());
            count[0] +=
                updated.map(Instant::toEpochMilli).equals(Optional.ofNullable(version)) ? 1 : 0;
            count[1]++;
          });
    }
    return new LiveOutcome(changes, increments, count[0], count[1]);
  }

  private static Map<String, Long> held(Path database) {
    Answer answer = new Answer();
    try (OpenWarehouse warehouse = LocalWarehouse.required().open(database)) {
      warehouse.ask(
          "SELECT id, epoch_ms(updated) AS version FROM issue WHERE NOT _deleted",
          List.of(),
          answer);
    }
    Map<String, Long> held = new HashMap<>();
    for (int row = 0; row < answer.size(); row++) {
      List<String> cells = answer.texts(row);
      held.put(cells.get(0), Long.valueOf(cells.get(1)));
    }
    return held;
  }

  /** The summary of a demo that followed well, or of one that did not. */
  RunSummary judged(RunSummary summary) {
    return same == all
        ? summary
        : summary.endedWith(
            ExitCode.DATA_GATE.code(),
            new RunSummary.Failure(
                FailureKind.COUNT_MISMATCH.word(),
                "the warehouse lacks the newest version of "
                    + Figures.count(all - same, "issue")
                    + " of the demo",
                "run it again with --debug, and report what it says"));
  }

  void tell(Lines lines) {
    lines.entry(
        "live",
        Figures.count(changes, "change")
            + " followed by "
            + Figures.count(increments, "increment")
            + "; the newest version of "
            + Figures.whole(same)
            + " of "
            + Figures.count(all, "issue")
            + " is here");
  }
}
