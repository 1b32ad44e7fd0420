package dev.sluice.bench;

import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.site.MarketingSite;
import dev.sluice.simulator.site.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An increment that finds nothing, against a JVM that only starts Beam, in turns; and what it costs
 * Jira, with few tables and with all.
 */
final class NothingNew implements Benchmark {

  private static final int ISSUES = 5_000;
  private static final int PAIRS = 5;
  private static final int MOST_REQUESTS = 8;
  private static final double MOST_TIME = 1.5;

  /** Those whose reading costs what any increment costs. */
  private static final List<String> FEW = List.of("issue", "project", "field");

  @Override
  public String name() {
    return "nothing-new";
  }

  @Override
  public List<Finding> measure(Workbench workbench) throws IOException, InterruptedException {
    Instant yesterday = Instant.now().minus(Duration.ofDays(1));
    Site site = MarketingSite.seeded(1, workbench.settings().issues(ISSUES), yesterday);
    try (JiraSimulator jira = JiraSimulator.builder().site(site).start()) {
      Load all = Load.of(jira.baseUri());
      List<Finding> findings = new ArrayList<>(withFewTables(workbench, jira, all.tables(FEW)));
      Path folder = workbench.folder();
      workbench.load(folder, all);
      Requests requests = increment(workbench, jira, folder, all).requests();
      findings.add(
          Finding.plain(
              "Increment with nothing new, all tables: requests, and what for",
              requests.all() + ": " + requests.inWords()));
      return findings;
    }
  }

  private static List<Finding> withFewTables(Workbench workbench, JiraSimulator jira, Load load)
      throws IOException, InterruptedException {
    List<Double> wall = new ArrayList<>();
    List<Double> cpu = new ArrayList<>();
    int most = 0;
    Path folder = workbench.folder();
    workbench.load(folder, load);
    for (int pair = 0; pair < PAIRS; pair++) {
      Increment increment = increment(workbench, jira, folder, load);
      most = Math.max(most, increment.requests().all());
      Child.Cost empty = workbench.java(workbench.folder(), EmptyPipeline.class);
      wall.add(increment.cost().seconds() / empty.seconds());
      cpu.add(increment.cost().cpuSeconds() / empty.cpuSeconds());
    }
    return findings(most, Spread.of(wall), Spread.of(cpu));
  }

  private record Increment(Child.Cost cost, Requests requests) {}

  private static Increment increment(
      Workbench workbench, JiraSimulator jira, Path folder, Load load)
      throws IOException, InterruptedException {
    jira.requestLog().clear();
    Workbench.Loaded loaded = workbench.load(folder, load);
    if (loaded.issues() != 0) {
      throw new IOException("the increment found " + loaded.issues() + " issues");
    }
    return new Increment(loaded.cost(), Requests.of(jira.requestLog()));
  }

  private static List<Finding> findings(int requests, Spread wall, Spread cpu) {
    String what = "Increment with nothing new, tables " + String.join(", ", FEW) + ": ";
    return List.of(
        Finding.judged(
            what + "requests",
            "<= " + MOST_REQUESTS,
            Integer.toString(requests),
            requests <= MOST_REQUESTS),
        Finding.judged(
            what + "time, compared with an empty Beam pipeline in a new JVM",
            String.format(Locale.ROOT, "<= %.1f times", MOST_TIME),
            wall.times(),
            wall.median() <= MOST_TIME),
        Finding.plain(what + "CPU time, compared likewise", cpu.times()));
  }
}
