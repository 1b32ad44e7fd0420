package dev.sluice.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.bench.Workbench.Loaded;
import dev.sluice.schemas.layout.WarehouseLayout;
import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.http.RequestLog;
import dev.sluice.simulator.site.MarketingSite;
import dev.sluice.simulator.site.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * A large first load under a budget: what it takes beyond the time that the budget alone would, and
 * what it leaves. Runs only when it is named, for it takes minutes.
 */
final class Scale implements Benchmark {

  private static final int PAGE = 100;
  private static final int READERS = 8;

  private final String name;
  private final int issues;
  private final int rate;
  private final String kind;
  private final IntFunction<Site> site;

  /**
   * Names a load of all tables.
   *
   * @param rate requests a second
   * @param kind what the issues of {@code site} are like
   */
  Scale(String name, int issues, int rate, String kind, IntFunction<Site> site) {
    this.name = name;
    this.issues = issues;
    this.rate = rate;
    this.kind = kind;
    this.site = site;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean runsOnlyWhenNamed() {
    return true;
  }

  @Override
  public List<Finding> measure(Workbench workbench) throws IOException, InterruptedException {
    int many = workbench.settings().issues(issues);
    Path folder = workbench.folder();
    try (JiraSimulator jira = JiraSimulator.builder().site(site.apply(many)).start()) {
      Load load = Load.of(jira.baseUri()).budget(rate, READERS).javaOptions(LiveHeap.JAVA_OPTIONS);
      try (Child run = workbench.startLoad(folder, load)) {
        LiveHeap heap = new LiveHeap(run, folder);
        Loaded loaded = workbench.ended(folder, run.await(heap::look));
        return findings(many, loaded, jira.requestLog(), folder, heap);
      }
    }
  }

  private List<Finding> findings(
      int many, Loaded loaded, RequestLog log, Path folder, LiveHeap heap) throws IOException {
    String what =
        String.format(
            Locale.ROOT, "%,d %s issues, all tables, %d requests/s, -Xmx512m: ", many, kind, rate);
    Child.Cost cost = loaded.cost();
    double ideal = (double) many / PAGE / rate;
    return List.of(
        Finding.judged(
            what + "ends ok, every issue there",
            "ok",
            String.format(Locale.ROOT, "%,d rows", loaded.issues()),
            loaded.issues() == many),
        Finding.plain(
            what + "requests, those of planning among them; shards",
            String.format(
                Locale.ROOT,
                "%,d (%.2f per 1,000 issues), %,d; %,d",
                loaded.summary().requests(),
                1000.0 * loaded.summary().requests() / many,
                planned(folder).at("/planning/requests").asLong(),
                planned(folder).path("shards").size())),
        Finding.plain(
            what + "wall, and as a multiple of issues / (100 x rate)",
            String.format(
                Locale.ROOT,
                "%.0f s, %.2f times %.0f s",
                cost.seconds(),
                cost.seconds() / ideal,
                ideal)),
        heap.finding(what),
        Finding.plain(
            what + "most requests in any second; CPU time and peak resident size",
            String.format(
                Locale.ROOT,
                "%d; %.0f s, %d MB",
                log.mostWithin(Duration.ofSeconds(1)),
                cost.cpuSeconds(),
                cost.peakResidentKilobytes() / 1024)),
        Finding.plain(
            what + "data files and their bytes; manifest, plan",
            String.format(
                Locale.ROOT,
                "%,d, %,d MB; %,d KB, %,d KB",
                dataFiles(folder).size(),
                dataFiles(folder).stream().mapToLong(Scale::size).sum() >> 20,
                size(control(folder, WarehouseLayout.manifest("*"))) >> 10,
                size(control(folder, WarehouseLayout.plan("*"))) >> 10)));
  }

  static Site marketing(int issues) {
    return MarketingSite.seeded(1, issues, Instant.now());
  }

  private static JsonNode planned(Path folder) throws IOException {
    return new ObjectMapper().readTree(control(folder, WarehouseLayout.plan("*")).toFile());
  }

  /** The one file that matches. */
  private static Path control(Path folder, String glob) throws IOException {
    return matching(folder, glob).get(0);
  }

  private static List<Path> dataFiles(Path folder) throws IOException {
    return matching(folder, "*/interval=*/run=*/*.avro");
  }

  private static List<Path> matching(Path folder, String glob) throws IOException {
    Path warehouse = folder.resolve("warehouse");
    var matcher = folder.getFileSystem().getPathMatcher("glob:" + warehouse + "/" + glob);
    try (Stream<Path> files = Files.walk(warehouse)) {
      return files.filter(matcher::matches).toList();
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
