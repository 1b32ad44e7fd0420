package dev.sluice.pipelines.report;

import java.util.List;
import java.util.Optional;

/**
 * The issues that were set aside, with the way back to each.
 *
 * @param count how many there are; the list may hold less
 */
record SetAsideSection(long count, List<SetAside> issues) {

  private static final int MOST = 200;

  static SetAsideSection of(RunFacts facts) {
    return new SetAsideSection(facts.summary().failedRows(), facts.setAside());
  }

  Optional<Element> element(Links links) {
    if (issues.isEmpty()) {
      return Optional.empty();
    }
    Element body = Element.of("tbody");
    issues.stream().limit(MOST).forEach(issue -> body.add(row(issue, links)));
    return Optional.of(
        Parts.section(
                "Set aside",
                Numbers.count(count, "issue")
                    + " could not be loaded"
                    + (issues.size() > MOST ? "; the first " + MOST + " of them" : "")
                    + ". Table _dead_letter has each with its raw JSON.")
            .add(
                Parts.table("Set aside", "Issue", "At", "Why", "To fetch it again")
                    .as("words")
                    .add(body)));
  }

  private static Element row(SetAside issue, Links links) {
    Element name =
        issue
            .issueKey()
            .map(links::issue)
            .or(() -> issue.issueId().map(Element::typed))
            .orElseGet(() -> Element.of("span", "unknown"));
    Element why = Parts.cell(Element.typed(issue.reason())).with("data-label", "Why");
    issue.fieldId().ifPresent(field -> why.text(" ").add(Element.of("code", field)));
    Element replay = Parts.cell().with("data-label", "To fetch it again");
    issue
        .replayJql()
        .ifPresent(
            jql -> replay.add(links.query(jql, jql).orElseGet(() -> Element.typed(jql)).as("jql")));
    return Element.of("tr")
        .add(
            Element.of("th").with("scope", "row").add(name),
            Parts.cell(Element.typed(issue.stage())).with("data-label", "At"),
            why,
            replay);
  }
}
