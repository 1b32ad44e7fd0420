package dev.sluice.bench;

import dev.sluice.bench.Workbench.Loaded;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Three hundred thousand issues through a heap of 512 MB, which must not fill up on the way. */
final class FixedHeap implements Benchmark {

  private static final int ISSUES = 300_000;

  @Override
  public String name() {
    return "heap";
  }

  @Override
  public List<Finding> measure(Workbench workbench) throws IOException, InterruptedException {
    int issues = workbench.settings().issues(ISSUES);
    String what = String.format(Locale.ROOT, "%,d issues with -Xmx512m: ", issues);
    Path folder = workbench.folder();
    try (Child simulator = workbench.simulate(issues)) {
      Load load = Load.of(Workbench.addressOf(simulator)).javaOptions(LiveHeap.JAVA_OPTIONS);
      try (Child run = workbench.startLoad(folder, load)) {
        LiveHeap heap = new LiveHeap(run, folder);
        Loaded loaded = workbench.ended(folder, run.await(heap::look));
        return findings(what, issues, loaded, simulator.cost(), heap);
      } catch (IOException e) {
        return List.of(
            Finding.judged(what + "ends ok", "ok", String.valueOf(e.getMessage()), false));
      }
    }
  }

  private static List<Finding> findings(
      String what, int issues, Loaded loaded, Child.Cost simulator, LiveHeap heap)
      throws IOException {
    Child.Cost cost = loaded.cost();
    return List.of(
        Finding.judged(
            what + "ends ok, every issue there",
            "ok",
            String.format(Locale.ROOT, "%,d rows", loaded.issues()),
            loaded.issues() == issues),
        heap.finding(what),
        Finding.plain(
            what + "issues/s, CPU time of Sluice and of the simulator, peak resident size",
            String.format(
                Locale.ROOT,
                "%,.0f issues/s, %.0f s and %.0f s, %d MB",
                issues / cost.seconds(),
                cost.cpuSeconds(),
                simulator.cpuSeconds(),
                cost.peakResidentKilobytes() / 1024)));
  }
}
