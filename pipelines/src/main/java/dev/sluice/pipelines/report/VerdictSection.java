package dev.sluice.pipelines.report;

import dev.sluice.schemas.layout.RunSummary;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The head of a run's page. */
final class VerdictSection {

  private VerdictSection() {}

  static Element of(RunFacts facts) {
    Verdict verdict = Verdict.of(facts);
    RunSummary summary = facts.summary();
    Element head =
        Element.of("header")
            .add(
                Element.of("p")
                    .as("kicker")
                    .add(Element.typed(summary.pipeline()))
                    .text(" · " + subject(facts) + " · ")
                    .add(Element.of("span", summary.runId()).as("id")))
            .add(
                Element.of("h1")
                    .as("verdict " + summary.status().word())
                    .add(
                        Element.of("span", Marks.of(summary.status()))
                            .as("mark")
                            .with("aria-hidden", "true"))
                    .text(verdict.word()),
                Element.of("p", verdict.sentence()).as("lead"));
    lines("Missing", verdict.missing()).ifPresent(head::add);
    lines("What happened", verdict.why().stream().toList()).ifPresent(head::add);
    lines("To do", verdict.todo()).ifPresent(head::add);
    return head.add(figures(facts), notes(facts));
  }

  private static String subject(RunFacts facts) {
    return facts.plan().map(plan -> plan.run().mode().word() + " run").orElse("run");
  }

  private static Optional<Element> lines(String title, List<String> lines) {
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    Element list = Element.of("ul");
    lines.forEach(line -> list.add(Element.of("li").add(Element.typed(line))));
    return Optional.of(Element.of("div").as("call").add(Element.of("h2", title), list));
  }

  private static Element figures(RunFacts facts) {
    RunSummary summary = facts.summary();
    Element list = Element.of("dl").as("figures");
    if (summary.interval() != null) {
      figure(list, "Interval, UTC", Numbers.interval(summary.interval()));
    }
    figure(list, "Issues read", Numbers.whole(summary.shards().issuesRead()));
    figure(
        list,
        "Rows, all tables",
        Numbers.whole(summary.rows().values().stream().mapToLong(rows -> rows).sum()));
    figure(list, "Requests", Numbers.whole(summary.requests()));
    figure(list, "Took", Numbers.time(Duration.between(summary.startedAt(), summary.finishedAt())));
    figure(
        list,
        "Complete up to, UTC",
        summary.watermark() == null ? "nothing yet" : Numbers.minute(summary.watermark()));
    return list;
  }

  private static void figure(Element list, String name, String value) {
    list.add(Element.of("div").add(Element.of("dt", name), Element.of("dd", value)));
  }

  private static Element notes(RunFacts facts) {
    RunSummary summary = facts.summary();
    Element list = Element.of("ul").as("notes");
    Optional.ofNullable(summary.sweep())
        .ifPresent(
            sweep ->
                list.add(
                    Element.of(
                        "li",
                        "Census: %s listed, %s known; gone: %s deleted, %s moved, %s archived, %s no longer visible."
                            .formatted(
                                Numbers.whole(sweep.listed()),
                                Numbers.whole(sweep.known()),
                                Numbers.whole(sweep.deleted()),
                                Numbers.whole(sweep.moved()),
                                Numbers.whole(sweep.archived()),
                                Numbers.whole(sweep.permissionLost())))));
    summary.warnings().forEach(line -> list.add(Element.of("li").add(Element.typed(line))));
    summary.notices().stream()
        .filter(notice -> !notice.isAlert())
        .filter(notice -> !summary.warnings().contains(notice.message()))
        .forEach(notice -> list.add(Element.of("li").add(Element.typed(notice.message()))));
    return list;
  }
}
