package dev.sluice.pipelines.report;

import dev.sluice.schemas.layout.RunHeader;
import java.util.Optional;

/** The page of one run, the verdict first. */
final class RunPage {

  private RunPage() {}

  /**
   * The whole document.
   *
   * @param toRoot from the page to the root of the warehouse; empty when it will lie elsewhere
   */
  static String of(RunFacts facts, Optional<String> toRoot) {
    Links links = new Links(facts.plan().map(PlannedRun::jira), toRoot);
    Element main = Element.of("main");
    links.index("All runs").ifPresent(link -> main.add(Element.of("nav").add(link)));
    main.add(VerdictSection.of(facts));
    RowsSection.of(facts).element(links).ifPresent(main::add);
    TimelineSection.of(facts).element().ifPresent(main::add);
    RequestsSection.of(facts).element(!facts.shards().isEmpty()).ifPresent(main::add);
    DaysSection.of(facts).map(DaysSection::element).ifPresent(main::add);
    CoverageSection.of(facts).map(CoverageSection::element).ifPresent(main::add);
    new ChangesSection(facts.changes()).element().ifPresent(main::add);
    SetAsideSection.of(facts).element(links).ifPresent(main::add);
    QueriesSection.of(facts).element(links).ifPresent(main::add);
    main.add(footer(facts));
    return Page.of(
        Verdict.of(facts).word()
            + " · "
            + facts.summary().pipeline()
            + " · "
            + facts.summary().runId(),
        main);
  }

  private static Element footer(RunFacts facts) {
    Element footer = Element.of("footer");
    facts.plan().map(PlannedRun::run).map(RunPage::made).ifPresent(footer::add);
    facts
        .summary()
        .outputs()
        .forEach(place -> footer.add(Element.of("p").add(Element.of("code", place))));
    return footer;
  }

  private static Element made(RunHeader run) {
    return Element.of(
        "p",
        "Jira "
            + run.jiraEdition()
            + " "
            + run.jiraVersion()
            + ", field registry "
            + run.schemaVersion()
            + ", Sluice "
            + run.sluiceVersion());
  }
}
