package dev.sluice.bench;

import dev.sluice.bench.Workbench.Loaded;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The whole of {@code sluice run}, start of the JVM and planning included, against a loader that a
 * programmer would write in an afternoon and that is given the plan for nothing. In turns, with two
 * connections each.
 */
final class AgainstPlainJava implements Benchmark {

  private static final int ISSUES = 30_000;
  private static final int PAIRS = 3;
  private static final double LEAST = 0.6;

  private final List<Double> wall = new ArrayList<>();
  private final List<Double> cpu = new ArrayList<>();
  private final List<Double> simulated = new ArrayList<>();
  private final List<Double> issuesPerSecond = new ArrayList<>();

  @Override
  public String name() {
    return "plain";
  }

  @Override
  public List<Finding> measure(Workbench workbench) throws IOException, InterruptedException {
    int issues = workbench.settings().issues(ISSUES);
    try (Child simulator = workbench.simulate(issues)) {
      URI jira = Workbench.addressOf(simulator);
      Load load = Load.of(jira).concurrency(PlainLoader.THREADS);
      // Not measured: it warms the simulator up, and its plan is what the plain loader reads by.
      Path first = workbench.folder();
      Loaded planned = workbench.load(first, load);
      Path plan =
          first.resolve("warehouse/_sluice/runs/" + planned.summary().runId() + "/plan.json");
      for (int pair = 0; pair < PAIRS; pair++) {
        measurePair(workbench, load, plan, simulator);
      }
    }
    return findings(issues);
  }

  private void measurePair(Workbench workbench, Load load, Path plan, Child simulator)
      throws IOException, InterruptedException {
    double simulatedBefore = simulator.cost().cpuSeconds();
    Child.Cost sluice = workbench.load(workbench.folder(), load).cost();
    double simulatedBySluice = simulator.cost().cpuSeconds() - simulatedBefore;
    Child.Cost plain =
        workbench.java(
            workbench.folder(), PlainLoader.class, plan.toString(), load.jira().toString());
    wall.add(plain.seconds() / sluice.seconds());
    cpu.add(plain.cpuSeconds() / sluice.cpuSeconds());
    simulated.add(simulatedBySluice / (simulatedBySluice + sluice.cpuSeconds()));
    issuesPerSecond.add(1 / sluice.seconds());
  }

  private List<Finding> findings(int issues) {
    Spread ratio = Spread.of(wall);
    return List.of(
        Finding.judged(
            String.format(
                Locale.ROOT,
                "Issues/s end to end on DirectRunner, share of a plain-Java loader's, %,d issues",
                issues),
            ">= 60 %",
            ratio.percent(),
            ratio.median() >= LEAST),
        Finding.plain(
            "The same in CPU time of the two loaders alone, whatever the simulator takes",
            Spread.of(cpu).percent()),
        Finding.plain(
            "Share of the CPU time that the simulator took while Sluice loaded",
            Spread.of(simulated).percent()),
        Finding.plain(
            "Issues/s of Sluice, simulator on the same machine",
            String.format(
                Locale.ROOT, "%,.0f (median)", issues * Spread.of(issuesPerSecond).median())));
  }
}
