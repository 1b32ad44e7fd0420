package dev.sluice.pipelines.report;

import dev.sluice.schemas.layout.RunSummary;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the run asked of Jira, against what it might ask.
 *
 * @param rates requests a second along the run
 * @param budget the most a second; empty when it is not known
 */
record RequestsSection(
    RunSummary summary, TimeAxis axis, List<Double> rates, Optional<Double> budget) {

  private static final int PIECES = 100;
  private static final int HEIGHT = 120;

  static RequestsSection of(RunFacts facts) {
    TimeAxis axis = TimeAxis.of(facts.summary().startedAt(), facts.shards());
    return new RequestsSection(
        facts.summary(),
        axis,
        RequestRate.over(
            axis,
            PIECES,
            facts.shards(),
            facts.plan().map(plan -> plan.planning().requests()).orElse(0L)),
        facts.plan().flatMap(plan -> optional(plan.requestsPerSecond())));
  }

  private static Optional<Double> optional(@Nullable Double number) {
    return Optional.ofNullable(number);
  }

  Optional<Element> element(boolean timed) {
    if (summary.requests() == 0) {
      return Optional.empty();
    }
    Element section = Parts.section("Requests against the budget", lead());
    return Optional.of(timed ? section.add(chart(), axisWords(), caveat()) : section);
  }

  private String lead() {
    StringBuilder lead = new StringBuilder(Numbers.count(summary.requests(), "request"));
    long issues = summary.shards().issuesRead();
    if (issues > 0 && summary.sweep() == null) {
      lead.append(", ")
          .append(Numbers.tenths(1000.0 * summary.requests() / issues))
          .append(" per 1,000 issues");
    }
    lead.append("; ");
    lead.append(
        summary.requestsRetried() == 0
            ? "none was repeated"
            : Numbers.whole(summary.requestsRetried()) + " repeated");
    Duration waited = Duration.ofMillis(summary.throttledMs());
    lead.append(
        waited.isZero()
            ? ", none held back by Jira."
            : ". Jira held the run back for "
                + Numbers.time(waited)
                + ", summed over what waited at once.");
    return lead.toString();
  }

  private double most() {
    return rates.stream().mapToDouble(rate -> rate).max().orElse(0);
  }

  private double top() {
    return 1.08 * Math.max(budget.orElse(0.0), Math.max(0.1, most()));
  }

  private Element chart() {
    Element chart =
        Parts.chart(
            HEIGHT,
            "Requests a second over the run, at most "
                + Numbers.tenths(most())
                + budget.map(rate -> "; the budget is " + Numbers.tenths(rate)).orElse(""));
    double piece = (double) Parts.WIDTH / rates.size();
    StringBuilder path = new StringBuilder("M0 " + HEIGHT);
    for (int i = 0; i < rates.size(); i++) {
      path.append(" V").append(Parts.coordinate(y(rates.get(i))));
      path.append(" H").append(Parts.coordinate((i + 1) * piece));
    }
    chart.add(
        Element.of("path").as("data").with("d", path.append(" V" + HEIGHT + " Z").toString()));
    budget.ifPresent(
        rate ->
            chart.add(
                Element.of("line")
                    .as("limit")
                    .with("x1", "0")
                    .with("x2", Integer.toString(Parts.WIDTH))
                    .with("y1", Parts.coordinate(y(rate)))
                    .with("y2", Parts.coordinate(y(rate)))));
    return chart;
  }

  private double y(double rate) {
    return HEIGHT * (1 - rate / top());
  }

  private Element axisWords() {
    return Parts.axis(
        Numbers.second(axis.from()) + " UTC",
        budget
            .map(rate -> "the line is the budget, " + Numbers.tenths(rate) + " a second")
            .orElse("requests a second"),
        Numbers.second(axis.to()) + " UTC");
  }

  private static Element caveat() {
    return Element.of(
            "p", "Averages: the requests of a shard are spread evenly over the time it took.")
        .as("caveat");
  }
}
