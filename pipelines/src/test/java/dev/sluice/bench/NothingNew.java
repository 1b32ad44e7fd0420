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

/** An increment that finds nothing, against a JVM that only starts Beam. In turns. */
final class NothingNew implements Benchmark {

  private static final int ISSUES = 5_000;
  private static final int PAIRS = 5;
  private static final int MOST_REQUESTS = 8;
  private static final double MOST_TIME = 1.5;

  @Override
  public String name() {
    return "nothing-new";
  }

  @Override
  public List<Finding> measure(Workbench workbench) throws IOException, InterruptedException {
    Instant yesterday = Instant.now().minus(Duration.ofDays(1));
    Site site = MarketingSite.seeded(1, workbench.settings().issues(ISSUES), yesterday);
    List<Double> wall = new ArrayList<>();
    List<Double> cpu = new ArrayList<>();
    int requests = 0;
    try (JiraSimulator jira = JiraSimulator.builder().site(site).start()) {
      Path folder = workbench.folder();
      Load load = Load.of(jira.baseUri());
      workbench.load(folder, load);
      for (int pair = 0; pair < PAIRS; pair++) {
        jira.requestLog().clear();
        Workbench.Loaded increment = workbench.load(folder, load);
        requests = Math.max(requests, jira.requestLog().size());
        if (increment.issues() != 0) {
          throw new IOException("the increment found " + increment.issues() + " issues");
        }
        Child.Cost empty = workbench.java(workbench.folder(), EmptyPipeline.class);
        wall.add(increment.cost().seconds() / empty.seconds());
        cpu.add(increment.cost().cpuSeconds() / empty.cpuSeconds());
      }
    }
    return findings(requests, Spread.of(wall), Spread.of(cpu));
  }

  private static List<Finding> findings(int requests, Spread wall, Spread cpu) {
    return List.of(
        Finding.judged(
            "Increment with nothing new: requests",
            "<= " + MOST_REQUESTS,
            Integer.toString(requests),
            requests <= MOST_REQUESTS),
        Finding.judged(
            "Increment with nothing new: time, compared with an empty Beam pipeline in a new JVM",
            String.format(Locale.ROOT, "<= %.1f times", MOST_TIME),
            wall.times(),
            wall.median() <= MOST_TIME),
        Finding.plain("Increment with nothing new: CPU time, compared likewise", cpu.times()));
  }
}
