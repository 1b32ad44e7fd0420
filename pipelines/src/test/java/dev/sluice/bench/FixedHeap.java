package dev.sluice.bench;

import dev.sluice.bench.Workbench.Loaded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Three hundred thousand issues through a heap of 512 MB, which must not fill up on the way. */
final class FixedHeap implements Benchmark {

  private static final int ISSUES = 300_000;
  private static final double FLAT = 1.25;
  private static final long NANOS_BETWEEN_COLLECTIONS = 5_000_000_000L;

  private long lastCollection = System.nanoTime();

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
      Load load =
          Load.of(Workbench.addressOf(simulator)).javaOptions("-Xmx512m -Xlog:gc:file=gc.log");
      try (Child run = workbench.startLoad(folder, load)) {
        Loaded loaded = workbench.ended(folder, run.await(() -> collectNowAndThen(run)));
        return findings(what, issues, loaded, simulator.cost(), folder.resolve("gc.log"));
      } catch (IOException e) {
        return List.of(
            Finding.judged(what + "ends ok", "ok", String.valueOf(e.getMessage()), false));
      }
    }
  }

  private static List<Finding> findings(
      String what, int issues, Loaded loaded, Child.Cost simulator, Path gcLog) throws IOException {
    Child.Cost cost = loaded.cost();
    List<Double> live = FullCollections.in(Files.readAllLines(gcLog)).medianOfQuarters();
    return List.of(
        Finding.judged(
            what + "ends ok, every issue there",
            "ok",
            String.format(Locale.ROOT, "%,d rows", loaded.issues()),
            loaded.issues() == issues),
        Finding.judged(
            what + "live heap in the quarters of the run, median after full collections",
            "last <= 1.25 times first",
            live.stream()
                .map(megabytes -> String.format(Locale.ROOT, "%.0f", megabytes))
                .collect(Collectors.joining(", ", "", " MB")),
            live.get(3) <= FLAT * live.get(0)),
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

  /** Only after a full collection does the used heap say what is alive. */
  private void collectNowAndThen(Child run) {
    if (System.nanoTime() - lastCollection < NANOS_BETWEEN_COLLECTIONS) {
      return;
    }
    String jcmd = Path.of(System.getProperty("java.home", ""), "bin", "jcmd").toString();
    try {
      new ProcessBuilder(jcmd, Long.toString(run.pid()), "GC.run")
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    lastCollection = System.nanoTime();
  }
}
