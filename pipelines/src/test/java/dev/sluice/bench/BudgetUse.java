package dev.sluice.bench;

import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.http.RequestLog;
import dev.sluice.simulator.site.MarketingSite;
import dev.sluice.simulator.site.Site;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How much of a budget is used while pages are fetched, as the server sees it, by a Jira that takes
 * 150 ms for each answer and answers 429 above the budget.
 */
final class BudgetUse implements Benchmark {

  private static final int CONCURRENCY = 12;
  private static final Duration LATENCY = Duration.ofMillis(150);

  /** What the making of rows costs is another benchmark's: here the processors must not be it. */
  private static final List<String> TABLES = List.of("issue", "project", "field");

  private static final double LEAST_USE = 0.95;
  private static final double JITTER = 1.1;

  @Override
  public String name() {
    return "budget";
  }

  @Override
  public List<Finding> measure(Workbench workbench) throws IOException, InterruptedException {
    Settings settings = workbench.settings();
    Instant now = Instant.now();
    // Small pages: a budget is about requests, and the making of pages must not be the limit.
    List<Finding> findings =
        new ArrayList<>(
            measure(workbench, MarketingSite.seeded(1, settings.issues(6_000), now), 10, 20));
    findings.addAll(
        measure(workbench, MarketingSite.seeded(1, settings.issues(30_000), now), 50, 10));
    return findings;
  }

  private static List<Finding> measure(Workbench workbench, Site site, int rate, int pageSize)
      throws IOException, InterruptedException {
    try (JiraSimulator jira =
        JiraSimulator.builder().site(site).latency(LATENCY).budget(rate).start()) {
      Load load =
          Load.of(jira.baseUri()).budget(rate, CONCURRENCY).pageSize(pageSize).tables(TABLES);
      workbench.load(workbench.folder(), load);
      return findings(rate, jira.requestLog());
    }
  }

  private static List<Finding> findings(int rate, RequestLog log) {
    List<RequestLog.Entry> fetching = fetching(log.entries());
    double seconds =
        (fetching.get(fetching.size() - 1).arrivalNanos() - fetching.get(0).arrivalNanos()) / 1e9;
    double used = (fetching.size() - 1) / seconds / rate;
    long refused = log.countsByStatus().getOrDefault(429, 0L);
    int most = log.mostWithin(Duration.ofSeconds(1));
    String budget = "Budget of " + rate + "/s, 150 ms latency: ";
    return List.of(
        Finding.judged(
            budget + "share used from the first page to the last",
            ">= 95 %",
            String.format(
                Locale.ROOT,
                "%.1f %% (%d requests in %.0f s)",
                100 * used,
                fetching.size(),
                seconds),
            used >= LEAST_USE),
        Finding.judged(
            budget + "answers 429, and most arrivals in any second",
            "0, and " + rate + " + 10 % for jitter",
            refused + ", and " + most,
            refused == 0 && most <= rate * JITTER));
  }

  /** From the first page of the first shard on: the search before it only looks for the oldest. */
  private static List<RequestLog.Entry> fetching(List<RequestLog.Entry> all) {
    List<Integer> searches = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).endpoint().endsWith("/search/jql")) {
        searches.add(i);
      }
    }
    return all.subList(searches.get(1), searches.get(searches.size() - 1) + 1);
  }
}
