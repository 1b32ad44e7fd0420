package dev.sluice.pipelines.report;

import dev.sluice.schemas.field.FieldColumn;
import dev.sluice.schemas.layout.IssueProfile;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which columns of the table of issues have something in them.
 *
 * @param issues how many were looked at
 * @param lines in the order of the table
 */
record CoverageSection(long issues, List<Line> lines) {

  /** One column; {@code field} is empty when it is a system field. */
  record Line(String column, long filled, Optional<FieldColumn> field) {}

  static Optional<CoverageSection> of(RunFacts facts) {
    return facts.profile().filter(profile -> profile.issues() > 0).map(of -> of(of, facts));
  }

  private static CoverageSection of(IssueProfile profile, RunFacts facts) {
    List<FieldColumn> custom = facts.plan().map(plan -> plan.columns().columns()).orElse(List.of());
    return new CoverageSection(
        profile.issues(),
        profile.filled().entrySet().stream()
            .map(
                column ->
                    new Line(
                        column.getKey(),
                        column.getValue(),
                        custom.stream()
                            .filter(field -> field.column().equals(column.getKey()))
                            .findFirst()))
            .toList());
  }

  Element element() {
    List<Line> sometimes = only(line -> line.filled() > 0 && line.filled() < issues);
    Element list = Element.of("ul").as("coverage");
    sometimes.stream()
        .sorted(Comparator.comparingLong(Line::filled).reversed())
        .forEach(line -> list.add(row(line)));
    Element section =
        Parts.section(
            "Field coverage",
            "How many of "
                + Numbers.count(issues, "issue")
                + " have something in a column of table issue. An empty list is nothing.");
    if (!sometimes.isEmpty()) {
      section.add(list);
    }
    return section.add(
        names("Always filled", only(line -> line.filled() == issues)),
        names("Never filled", only(line -> line.filled() == 0)));
  }

  private List<Line> only(Predicate<Line> wanted) {
    return lines.stream().filter(wanted).toList();
  }

  private Element row(Line line) {
    Element name = Element.of("span").as("name").add(Element.of("code", line.column()));
    line.field().ifPresent(field -> name.add(Element.typed(field.name()).as("quiet")));
    return Element.of("li")
        .add(
            name,
            Parts.bar((double) line.filled() / issues).as("bar whole"),
            Element.of("span", Numbers.share(line.filled(), issues)).as("n"));
  }

  private static Element names(String title, List<Line> lines) {
    Element names = Element.of("p").as("names");
    names.add(Element.of("strong", title + " (" + lines.size() + ")"));
    for (int i = 0; i < lines.size(); i++) {
      names.text(i == 0 ? " " : ", ").add(Element.of("code", lines.get(i).column()));
    }
    return names;
  }
}
