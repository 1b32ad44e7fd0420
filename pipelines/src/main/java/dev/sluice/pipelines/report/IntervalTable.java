package dev.sluice.pipelines.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The intervals, the newest first, each with every attempt at it and the figures of its last one.
 *
 * @param attempts by interval, in the order in which they began
 */
record IntervalTable(List<List<LoggedRun>> attempts) {

  static IntervalTable of(List<LoggedRun> runs) {
    Map<String, List<LoggedRun>> byInterval = new LinkedHashMap<>();
    for (int i = runs.size() - 1; i >= 0; i--) {
      LoggedRun run = runs.get(i);
      String name = run.interval() == null ? run.runId() : run.interval().pathForm();
      byInterval.computeIfAbsent(name, interval -> new ArrayList<>()).add(0, run);
    }
    return new IntervalTable(List.copyOf(byInterval.values()));
  }

  Element element(Links links) {
    long most = attempts.stream().mapToLong(runs -> last(runs).issues()).max().orElse(0);
    Element body = Element.of("tbody");
    attempts.forEach(runs -> body.add(row(runs, most, links)));
    return Parts.section(
            "Intervals", "UTC, the newest first. Lag is from the watermark to the end of the run.")
        .add(
            Parts.table(
                    "Intervals and their runs",
                    "Interval",
                    "State",
                    "Took#",
                    "Issues#",
                    "",
                    "Rows#",
                    "Watermark#",
                    "Lag#")
                .as("intervals")
                .add(body));
  }

  private static LoggedRun last(List<LoggedRun> runs) {
    return runs.get(runs.size() - 1);
  }

  private static Element row(List<LoggedRun> runs, long most, Links links) {
    LoggedRun last = last(runs);
    Element states = Parts.cell();
    runs.forEach(run -> states.add(state(run, links)));
    return Element.of("tr")
        .add(
            Element.of(
                    "th",
                    last.interval() == null ? "not yet known" : Numbers.interval(last.interval()))
                .with("scope", "row"),
            states,
            Parts.number(Numbers.time(last.took())).with("data-label", "Took"),
            Parts.number(Numbers.whole(last.issues())).with("data-label", "Issues"),
            Parts.cell(Parts.bar(most == 0 ? 0 : (double) last.issues() / most)).as("wide"),
            Parts.number(Numbers.whole(last.rows())).with("data-label", "Rows"),
            Parts.number(watermark(last)).with("data-label", "Watermark"),
            Parts.number(lag(last)).with("data-label", "Lag"));
  }

  private static Element state(LoggedRun run, Links links) {
    Element mark =
        Element.of("span")
            .as("state " + run.status().word())
            .add(Element.of("span", Marks.of(run.status())).as("mark").with("aria-hidden", "true"))
            .text(run.status().word());
    return leading(run, mark, links);
  }

  /** What leads to the page of a run, if it has one. */
  static Element leading(LoggedRun run, Element label, Links links) {
    return run.reported() ? links.run(run.runId(), label) : label;
  }

  private static String watermark(LoggedRun run) {
    return Optional.ofNullable(run.watermark()).map(Numbers::minute).orElse("none");
  }

  private static String lag(LoggedRun run) {
    return Optional.ofNullable(run.watermark())
        .map(watermark -> Duration.between(watermark, run.finishedAt()))
        .filter(lag -> !lag.isNegative())
        .map(Numbers::time)
        .orElse("");
  }
}
