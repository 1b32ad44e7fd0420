package dev.sluice.pipelines.report;

import dev.sluice.transforms.jql.Shard;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The exact question that each shard asked, and what came; those that came short first. */
record QueriesSection(List<Line> lines) {

  private static final int MOST = 1_000;

  /** One shard; {@code facts} is empty when it did not come to an end. */
  record Line(String id, String jql, OptionalLong counted, Optional<ShardFacts> facts) {

    boolean isWell() {
      return facts.map(ShardFacts::isWell).orElse(false);
    }
  }

  static QueriesSection of(RunFacts facts) {
    Map<String, ShardFacts> ended =
        facts.shards().stream()
            .collect(Collectors.toMap(ShardFacts::id, Function.identity(), (one, other) -> one));
    List<Shard> planned = facts.plan().map(PlannedRun::shards).orElse(List.of());
    Stream<Line> open =
        planned.stream()
            .filter(shard -> !ended.containsKey(shard.id()))
            .map(
                shard ->
                    new Line(
                        shard.id(),
                        shard.jql(),
                        OptionalLong.of(shard.expected()),
                        Optional.empty()));
    Stream<Line> told =
        facts.shards().stream()
            .flatMap(
                shard ->
                    shard.jql().stream()
                        .map(jql -> new Line(shard.id(), jql, counted(shard), Optional.of(shard))));
    return new QueriesSection(
        Stream.concat(told, open)
            .sorted(Comparator.comparing(Line::isWell).thenComparing(Line::id))
            .toList());
  }

  private static OptionalLong counted(ShardFacts shard) {
    return shard.expectedAfter().isPresent() ? shard.expectedAfter() : shard.expected();
  }

  Optional<Element> element(Links links) {
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    Element body = Element.of("tbody");
    lines.stream().limit(MOST).forEach(line -> body.add(row(line, links)));
    return Optional.of(
        Parts.section(
                "Exact JQL",
                "What was asked, what Jira counted, and what was read"
                    + (lines.size() > MOST ? "; the first " + MOST + " shards" : "")
                    + ". Table _shard has every figure.")
            .add(
                Parts.table("Exact JQL", "Shard", "State", "Counted#", "Read#", "JQL")
                    .as("words queries")
                    .add(body)));
  }

  private static Element row(Line line, Links links) {
    return Element.of("tr")
        .add(
            Element.of("th", line.id()).with("scope", "row"),
            Element.of("td", line.facts().map(ShardFacts::status).orElse("not read"))
                .as(line.isWell() ? "quiet" : "bad")
                .with("data-label", "State"),
            Parts.number(
                    line.counted().isPresent() ? Numbers.whole(line.counted().getAsLong()) : "")
                .with("data-label", "Counted"),
            Parts.number(line.facts().map(shard -> Numbers.whole(shard.rows())).orElse("0"))
                .with("data-label", "Read"),
            Parts.cell(
                    links
                        .query(line.jql(), line.jql())
                        .orElseGet(() -> Element.typed(line.jql()))
                        .as("jql"))
                .with("data-label", "JQL"));
  }
}
