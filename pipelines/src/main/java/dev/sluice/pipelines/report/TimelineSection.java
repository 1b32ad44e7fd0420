package dev.sluice.pipelines.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** When each shard was read, and how much of that time it waited for Jira. */
record TimelineSection(TimeAxis axis, List<List<ShardFacts>> lanes) {

  private static final String PLANNING = "planning";

  private static final int LANE = 18;
  private static final int BAR = 14;
  private static final int WAIT = 4;

  static TimelineSection of(RunFacts facts) {
    List<ShardFacts> issues =
        facts.shards().stream().filter(shard -> shard.jql().isPresent()).toList();
    List<ShardFacts> lists =
        facts.shards().stream().filter(shard -> shard.jql().isEmpty()).toList();
    List<List<ShardFacts>> lanes = new ArrayList<>(Lanes.of(issues));
    lanes.addAll(Lanes.of(lists));
    return new TimelineSection(TimeAxis.of(facts.summary().startedAt(), facts.shards()), lanes);
  }

  Optional<Element> element() {
    if (lanes.isEmpty()) {
      return Optional.empty();
    }
    Duration waited =
        lanes.stream()
            .flatMap(List::stream)
            .map(ShardFacts::throttled)
            .reduce(Duration.ZERO, Duration::plus);
    long count = lanes.stream().mapToLong(List::size).sum();
    String lead =
        waited.isZero()
            ? "Nothing waited because Jira asked for it."
            : "The thin line in a bar is the share of its time that it waited because Jira asked"
                + " for it: "
                + Numbers.time(waited)
                + " in all.";
    Element chart =
        Parts.chart(
            LANE * lanes.size(),
            Numbers.count(count, "shard")
                + " in "
                + Numbers.count(lanes.size(), "lane")
                + " over "
                + Numbers.time(axis.length()));
    chart.add(
        Parts.rect(PLANNING, 0, 0, Math.max(0, axis.at(firstStart()) - 1), BAR)
            .add(Element.of("title", "planning and start")));
    for (int lane = 0; lane < lanes.size(); lane++) {
      for (ShardFacts shard : lanes.get(lane)) {
        draw(shard, LANE * lane, chart);
      }
    }
    return Optional.of(
        Parts.section("Timeline", lead)
            .add(
                chart,
                Parts.axis(
                    Numbers.second(axis.from()) + " UTC",
                    Numbers.time(axis.length()),
                    Numbers.second(axis.to()) + " UTC"),
                legend(waited)));
  }

  private Instant firstStart() {
    return lanes.stream()
        .map(lane -> lane.get(0).startedAt())
        .min(Instant::compareTo)
        .orElse(axis.to());
  }

  private void draw(ShardFacts shard, int top, Element chart) {
    double x = axis.at(shard.startedAt());
    double width = Math.max(1.5, axis.at(shard.finishedAt()) - x - 1);
    chart.add(Parts.rect(look(shard), x, top, width, BAR).add(Element.of("title", story(shard))));
    double share =
        shard.took().isZero()
            ? 0
            : Math.min(1, (double) shard.throttled().toMillis() / shard.took().toMillis());
    if (share > 0) {
      chart.add(Parts.rect("wait", x, top + BAR - WAIT, share * width, WAIT));
    }
  }

  private static String look(ShardFacts shard) {
    if (!shard.isWell()) {
      return "alarm";
    }
    return shard.jql().isPresent() ? "data" : "list";
  }

  private static String story(ShardFacts shard) {
    return shard.id()
        + ", "
        + shard.status()
        + ": "
        + Numbers.whole(shard.rows())
        + " in "
        + Numbers.time(shard.took())
        + ", "
        + Numbers.count(shard.requests(), "request")
        + (shard.throttled().isZero() ? "" : ", waited " + Numbers.time(shard.throttled()));
  }

  private Element legend(Duration waited) {
    Element legend = Element.of("p").as("legend").add(key(PLANNING, "planning and start"));
    List<ShardFacts> all = lanes.stream().flatMap(List::stream).toList();
    if (all.stream().anyMatch(shard -> look(shard).equals("data"))) {
      legend.add(key("data", "issues"));
    }
    if (all.stream().anyMatch(shard -> look(shard).equals("list"))) {
      legend.add(key("list", "projects, people and other lists"));
    }
    if (all.stream().anyMatch(shard -> look(shard).equals("alarm"))) {
      legend.add(key("alarm", "short or failed"));
    }
    return waited.isZero() ? legend : legend.add(key("wait", "waited"));
  }

  private static Element key(String look, String meaning) {
    return Element.of("span")
        .add(
            Element.of("svg")
                .as("key")
                .with("viewBox", "0 0 10 10")
                .with("aria-hidden", "true")
                .add(Parts.rect(look, 0, 0, 10, 10)))
        .text(meaning);
  }
}
