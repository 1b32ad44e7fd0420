package dev.sluice.pipelines.report;

import dev.sluice.schemas.layout.RunSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How many rows every table got, beside what the run before had brought. */
record RowsSection(List<Line> lines, Optional<RunSummary> previous) {

  /** One table; {@code before} is empty when there was no run before. */
  record Line(String table, long rows, Optional<Long> before) {}

  static RowsSection of(RunFacts facts) {
    Map<String, Long> before = facts.previous().map(RunSummary::rows).orElse(Map.of());
    Map<String, Long> rows = new TreeMap<>(facts.summary().rows());
    before.keySet().forEach(table -> rows.putIfAbsent(table, 0L));
    List<Line> lines = new ArrayList<>();
    rows.forEach(
        (table, count) ->
            lines.add(
                new Line(
                    table, count, facts.previous().map(run -> before.getOrDefault(table, 0L)))));
    return new RowsSection(lines, facts.previous());
  }

  Optional<Element> element(Links links) {
    if (lines.stream().allMatch(line -> line.rows() == 0)) {
      return Optional.empty();
    }
    long most = lines.stream().mapToLong(Line::rows).max().orElse(1);
    Element table =
        previous.isPresent()
            ? Parts.table("Rows by table", "Table", "", "Rows#", "Run before#", "Change#")
            : Parts.table("Rows by table", "Table", "", "Rows#");
    Element body = Element.of("tbody");
    for (Line line : lines) {
      Element row =
          Element.of("tr")
              .add(
                  Element.of("th", line.table()).with("scope", "row"),
                  Parts.cell(Parts.bar((double) line.rows() / most)).as("wide"),
                  Parts.number(Numbers.whole(line.rows())));
      line.before()
          .ifPresent(
              before ->
                  row.add(
                      Parts.number(Numbers.whole(before)),
                      Parts.number(Numbers.change(line.rows() - before)).as("n quiet")));
      body.add(row);
    }
    return Optional.of(section(links).add(table.add(body)));
  }

  private Element section(Links links) {
    return previous
        .map(
            run -> {
              Element lead = Element.of("p", "The run before is ").as("lead");
              lead.add(links.run(run.runId(), Element.of("span", run.runId()).as("id")));
              if (run.interval() != null) {
                lead.text(", " + Numbers.interval(run.interval()));
              }
              return Element.of("section").add(Element.of("h2", "Rows by table"), lead.text("."));
            })
        .orElseGet(() -> Parts.section("Rows by table", "There is no run before this one."));
  }
}
