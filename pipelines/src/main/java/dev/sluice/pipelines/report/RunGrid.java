package dev.sluice.pipelines.report;

import dev.sluice.schemas.layout.RunStatus;
import java.time.Duration;
import java.util.List;

/** The newest runs side by side, the oldest first: how long each took, and how it ended. */
final class RunGrid {

  /** As many as fit a few lines. */
  private static final int MOST = 72;

  private static final int HEIGHT = 44;
  private static final int CELL = 14;
  private static final int GAP = 3;

  private RunGrid() {}

  static Element of(List<LoggedRun> runs, Links links) {
    List<LoggedRun> shown = runs.subList(Math.max(0, runs.size() - MOST), runs.size());
    long longest =
        shown.stream().mapToLong(run -> Math.max(1, run.took().toMillis())).max().orElse(1);
    Element grid = Element.of("ol").as("grid");
    shown.forEach(run -> grid.add(Element.of("li").add(cell(run, longest, links))));
    return Parts.section(
            "Newest runs",
            "How long each took, at most "
                + Numbers.time(Duration.ofMillis(longest))
                + ", and below it how it ended; the newest is the last.")
        .add(
            grid,
            Element.of("p")
                .as("legend")
                .add(key(RunStatus.OK), key(RunStatus.PARTIAL), key(RunStatus.FAILED)));
  }

  private static Element key(RunStatus status) {
    return Element.of("span")
        .add(
            Element.of("svg")
                .as("key")
                .with("viewBox", "0 " + (HEIGHT + GAP) + " " + CELL + " " + CELL)
                .with("aria-hidden", "true")
                .add(state(status)))
        .text(status.word());
  }

  /** A full square, a half one, or an empty one: told without colour too. */
  private static Element state(RunStatus status) {
    int top = HEIGHT + GAP;
    return switch (status) {
      case OK, SUBMITTED -> Parts.rect("data", 0, top, CELL, CELL);
      case PARTIAL ->
          Element.of("g")
              .add(
                  Parts.rect("hollow", 1, top + 1.0, CELL - 2, CELL - 2),
                  Parts.rect("alarm", 0, top + CELL / 2.0, CELL, CELL / 2.0));
      case FAILED -> Parts.rect("hollow", 1, top + 1.0, CELL - 2, CELL - 2);
    };
  }

  private static Element cell(LoggedRun run, long longest, Links links) {
    String story =
        (run.interval() == null ? run.runId() : Numbers.interval(run.interval()))
            + ": "
            + run.status().word()
            + ", "
            + Numbers.count(run.issues(), "issue")
            + " in "
            + Numbers.time(run.took());
    double height = Math.max(1, (double) HEIGHT * Math.max(0, run.took().toMillis()) / longest);
    Element picture =
        Element.of("svg")
            .with("viewBox", "0 0 " + CELL + " " + (HEIGHT + CELL + GAP))
            .with("width", Integer.toString(CELL))
            .with("height", Integer.toString(HEIGHT + CELL + GAP))
            .with("aria-hidden", "true")
            .add(Element.of("title", story))
            .add(Parts.rect("list", 0, HEIGHT - height, CELL, height))
            .add(state(run.status()));
    return IntervalTable.leading(
        run,
        Element.of("span")
            .as("run " + run.status().word())
            .add(picture, Element.of("span", story).as("unseen")),
        links);
  }
}
