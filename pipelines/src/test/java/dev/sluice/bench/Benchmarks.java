package dev.sluice.bench;

import dev.sluice.simulator.site.SparseSite;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Runs the benchmarks, prints their table and puts it into the documentation. */
public final class Benchmarks {

  private static final List<Benchmark> ALL =
      List.of(
          new RequestsPerThousand(),
          new AllTables(),
          new AgainstPlainJava(),
          new BudgetUse(),
          new FixedHeap(),
          new NothingNew(),
          new Scale("million", 1_000_000, 50, "sparse", SparseSite::of),
          new Scale("paced", 300_000, 10, "seeded", Scale::marketing));

  private Benchmarks() {}

  /** Ends abnormally when a benchmark could not run, or, if strict, when a goal was missed. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Settings settings = Settings.ofSystemProperties();
    List<Finding> findings = new ArrayList<>();
    try (Workbench workbench = new Workbench(settings)) {
      for (Benchmark benchmark : ALL) {
        if (settings.selects(benchmark)) {
          System.err.println("benchmark " + benchmark.name() + " ...");
          findings.addAll(measure(benchmark, workbench));
        }
      }
    }
    String table = BenchmarkTable.of(findings);
    System.out.println(table);
    if (settings.complete()) {
      BenchmarkTable.putInto(settings.home().resolve("docs/benchmarks.md"), table);
    }
    end(findings, settings.strict());
  }

  private static List<Finding> measure(Benchmark benchmark, Workbench workbench)
      throws InterruptedException {
    try {
      return benchmark.measure(workbench);
    } catch (IOException | RuntimeException e) {
      return List.of(Finding.broken(benchmark.name(), String.valueOf(e.getMessage())));
    }
  }

  private static void end(List<Finding> findings, boolean strict) {
    boolean broken =
        findings.stream().anyMatch(finding -> finding.verdict() == Finding.Verdict.BROKEN);
    boolean missed =
        findings.stream().anyMatch(finding -> finding.verdict() == Finding.Verdict.MISSED);
    if (broken) {
      throw new IllegalStateException("a benchmark could not run, see the table");
    }
    if (missed && strict) {
      throw new IllegalStateException("a goal was missed, see the table");
    }
  }
}
