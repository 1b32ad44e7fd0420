package dev.sluice.pipelines.cli;

import dev.sluice.pipelines.question.ReadyQuestion;
import dev.sluice.schemas.layout.WarehouseLayout;
import dev.sluice.transforms.local.LocalWarehouse;
import dev.sluice.transforms.local.OpenWarehouse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A question of a marketing department with its answer. */
record DemoAnswers(ReadyQuestion question, Answer answer) {

  /** The three questions of the job; none when there is no local warehouse to ask. */
  static List<DemoAnswers> of(Path folder) {
    Path database = folder.resolve(WarehouseLayout.LOCAL_WAREHOUSE);
    if (!Files.exists(database)) {
      return List.of();
    }
    try (OpenWarehouse warehouse = LocalWarehouse.required().open(database)) {
      return Stream.of(
              ReadyQuestion.LAUNCH_DELAYS,
              ReadyQuestion.PLANNED_VS_ACTUAL,
              ReadyQuestion.CAMPAIGN_HEALTH)
          .flatMap(name -> ReadyQuestion.named(name).stream())
          .map(question -> asked(question, warehouse))
          .toList();
    }
  }

  /** What it asks, up to its question mark, and how much of the answer is shown. */
  String title(int rows) {
    String asks = question.asks().substring(0, question.asks().indexOf('?') + 1);
    return answer.size() <= rows
        ? asks
        : asks + " (%d of %s)".formatted(rows, Figures.whole(answer.size()));
  }

  private static DemoAnswers asked(ReadyQuestion question, OpenWarehouse warehouse) {
    Answer answer = new Answer();
    warehouse.ask(question.positional(), question.values(Map.of()), answer);
    return new DemoAnswers(question, answer);
  }
}
