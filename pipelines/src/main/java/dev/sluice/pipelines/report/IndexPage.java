package dev.sluice.pipelines.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The page over all runs: how fresh the data is, then the runs. */
final class IndexPage {

  private static final Links LINKS = new Links(Optional.empty(), Optional.of(""));

  private IndexPage() {}

  /** The whole document. */
  static String of(RunLog log) {
    Element main = Element.of("main").add(head(log));
    if (!log.runs().isEmpty()) {
      main.add(RunGrid.of(log.runs(), LINKS), IntervalTable.of(log.runs()).element(LINKS));
    }
    months(log.months()).ifPresent(main::add);
    return Page.of("Runs", main);
  }

  private static Element head(RunLog log) {
    Element head = Element.of("header").add(Element.of("p", "All runs").as("kicker"));
    Optional<LoggedRun> newest = log.newest();
    Optional<Instant> watermark = log.watermark();
    if (newest.isEmpty() || watermark.isEmpty()) {
      head.add(
          Element.of("h1", "Nothing is complete yet").as("verdict partial"),
          Element.of(
                  "p",
                  newest.isEmpty()
                      ? "No run has come to an end."
                      : "No run has ended ok; the newest says what to do.")
              .as("lead"));
    } else {
      head.add(fresh(watermark.get(), newest.get()).toArray(Element[]::new));
    }
    open(log).ifPresent(head::add);
    return head;
  }

  private static List<Element> fresh(Instant watermark, LoggedRun newest) {
    Duration behind = Duration.between(watermark, newest.finishedAt());
    return List.of(
        Element.of("h1")
            .as("verdict " + newest.status().word())
            .add(
                Element.of("span", Marks.of(newest.status()))
                    .as("mark")
                    .with("aria-hidden", "true"))
            .text("Complete up to " + Numbers.minute(watermark)),
        Element.of(
                "p",
                "Everything that changed in Jira before that moment, UTC, is in the tables. The"
                    + " newest run ended "
                    + newest.status().word()
                    + " at "
                    + Numbers.minute(newest.finishedAt())
                    + (behind.isNegative() ? "." : ", " + Numbers.time(behind) + " later."))
            .as("lead"));
  }

  private static Optional<Element> open(RunLog log) {
    List<LoggedRun> open = log.open();
    if (open.isEmpty()) {
      return Optional.empty();
    }
    Element list = Element.of("ul");
    open.stream()
        .skip(Math.max(0, open.size() - 5))
        .forEach(
            run ->
                list.add(
                    Element.of("li")
                        .add(IntervalTable.leading(run, Element.of("span", name(run)), LINKS))
                        .text(": " + run.status().word() + ". ")
                        .add(Element.typed(Optional.ofNullable(run.problem()).orElse("")))));
    String title = Numbers.count(open.size(), "run") + " came short, and no later run made it good";
    return Optional.of(Element.of("div").as("call").add(Element.of("h2", title), list));
  }

  private static String name(LoggedRun run) {
    return run.interval() == null ? run.runId() : Numbers.interval(run.interval());
  }

  private static Optional<Element> months(List<RunLog.Month> months) {
    if (months.isEmpty()) {
      return Optional.empty();
    }
    Element body = Element.of("tbody");
    for (int i = months.size() - 1; i >= 0; i--) {
      RunLog.Month month = months.get(i);
      body.add(
          Element.of("tr")
              .add(
                  Element.of("th", month.month()).with("scope", "row"),
                  Parts.number(Numbers.whole(month.runs())),
                  Parts.number(Numbers.whole(month.ok())),
                  Parts.number(Numbers.whole(month.partial())),
                  Parts.number(Numbers.whole(month.failed())),
                  Parts.number(Numbers.whole(month.issues()))));
    }
    return Optional.of(
        Parts.section("Before that", "By the month in which they began, UTC.")
            .add(
                Parts.table(
                        "Earlier runs by month",
                        "Month",
                        "Runs#",
                        "Ok#",
                        "Partial#",
                        "Failed#",
                        "Issues#")
                    .add(body)));
  }
}
