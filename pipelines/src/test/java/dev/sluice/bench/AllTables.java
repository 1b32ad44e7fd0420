package dev.sluice.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Issues a second with all tables as a share of those with table {@code issue} alone, in turns. The
 * same pages are read either way; all tables add the dimensions and the work on the rows.
 */
final class AllTables implements Benchmark {

  private static final int ISSUES = 20_000;
  private static final int PAIRS = 3;
  private static final double LEAST = 0.75;
  private static final String GOAL = ">= 75 %";

  @Override
  public String name() {
    return "tables";
  }

  @Override
  public List<Finding> measure(Workbench workbench) throws IOException, InterruptedException {
    Settings settings = workbench.settings();
    List<Finding> findings = new ArrayList<>();
    try (Child simulator = workbench.simulate(settings.issues(ISSUES))) {
      findings.addAll(measure(workbench, simulator, "seeded"));
    }
    if (settings.data().isEmpty()) {
      findings.add(Finding.notRun(what("real issues"), GOAL, "needs -Dbench.data=FILE,..."));
      return findings;
    }
    try (Child simulator = workbench.simulate(settings.data())) {
      findings.addAll(measure(workbench, simulator, "real"));
    }
    return findings;
  }

  private static List<Finding> measure(Workbench workbench, Child simulator, String source)
      throws IOException, InterruptedException {
    URI jira = Workbench.addressOf(simulator);
    Load all = Load.of(jira).concurrency(PlainLoader.THREADS);
    Load alone = all.tables(List.of("issue"));
    // Not measured: it warms the simulator up.
    long issues = workbench.load(workbench.folder(), all).issues();
    List<Double> wall = new ArrayList<>();
    List<Double> cpu = new ArrayList<>();
    for (int pair = 0; pair < PAIRS; pair++) {
      Child.Cost few = workbench.load(workbench.folder(), alone).cost();
      Child.Cost many = workbench.load(workbench.folder(), all).cost();
      wall.add(few.seconds() / many.seconds());
      cpu.add(few.cpuSeconds() / many.cpuSeconds());
    }
    String what = String.format(Locale.ROOT, "%,d %s issues", issues, source);
    Spread share = Spread.of(wall);
    return List.of(
        Finding.judged(what(what), GOAL, share.percent(), share.median() >= LEAST),
        Finding.plain(
            "The same in CPU time of the loader alone: " + what, Spread.of(cpu).percent()));
  }

  private static String what(String source) {
    return "Issues/s with all tables, share of those with table issue alone: " + source;
  }
}
