package dev.sluice.pipelines.report;

import java.util.List;
import java.util.Optional;

/** What changed in Jira about fields, statuses, issue types and priorities. */
record ChangesSection(List<FieldChange> changes) {

  private static final int MOST = 200;

  Optional<Element> element() {
    if (changes.isEmpty()) {
      return Optional.empty();
    }
    Element body = Element.of("tbody");
    changes.stream().limit(MOST).forEach(change -> body.add(row(change)));
    return Optional.of(
        Parts.section("Schema changes", lead())
            .add(
                Parts.table("Schema changes", "What", "Which", "Column", "Before", "After")
                    .as("words")
                    .add(body)));
  }

  private String lead() {
    return Numbers.count(changes.size(), "change")
        + " since the run before"
        + (changes.size() > MOST ? "; the first " + MOST + " of them" : "")
        + ". Table _schema_change has all.";
  }

  private static Element row(FieldChange change) {
    return Element.of("tr")
        .add(
            Element.of("th", change.kind()).with("scope", "row"),
            Parts.cell(Element.of("code", change.fieldId())),
            words("Column", change.column().map(name -> Element.of("code", name))),
            words("Before", change.before().map(Element::typed)),
            words("After", change.after().map(Element::typed)));
  }

  private static Element words(String label, Optional<Element> content) {
    return content.map(Parts::cell).orElseGet(Parts::cell).with("data-label", label);
  }
}
