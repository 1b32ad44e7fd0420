package dev.sluice.pipelines.report;

import dev.sluice.schemas.layout.Documents;
import dev.sluice.schemas.layout.RunSummary;
import dev.sluice.schemas.layout.WarehouseLayout;
import dev.sluice.transforms.store.WarehouseStore;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pages of a warehouse: one beside the manifest of each run, and one over all runs at its root.
 * They are made of what the runs left, hold no script, need nothing from elsewhere, and can be made
 * anew any time. Instants are shown in UTC.
 */
public final class RunReports {

  private static final Logger LOG = LoggerFactory.getLogger(RunReports.class);

  /** From the page of a run to the root of the warehouse. */
  private static final String UP = "../../../";

  /** How far back the first page over all runs looks by itself, so that it is soon made. */
  private static final int FIRST_LOOK = 200;

  private final WarehouseStore store;
  private final RunFactsReader reader;

  /** The pages of {@code store}. */
  public RunReports(WarehouseStore store) {
    this.store = store;
    this.reader = new RunFactsReader(store);
  }

  /**
   * Writes the page of a run that has just ended and renews the one over all runs: a few small
   * files are read, however many runs there were. Never throws: what a run came to does not depend
   * on whether it can be shown.
   */
  public void publishAtTheEnd(String runId) {
    try {
      publish(runId);
    } catch (RuntimeException e) {
      LOG.warn("run {} has no report: {}", runId, e.toString());
    }
  }

  /**
   * Writes the page of a run and renews the one over all runs.
   *
   * @return where the page is
   * @throws UncheckedIOException when a file cannot be read or written
   */
  public Optional<String> publish(String runId) {
    Optional<RunSummary> summary = reader.summary(runId);
    if (summary.isEmpty()) {
      return Optional.empty();
    }
    RunLog log = log();
    String page = page(summary.get(), log, Optional.of(UP));
    store.write(WarehouseLayout.report(runId), utf8(page));
    write(log.with(LoggedRun.of(summary.get(), true)));
    return Optional.of(store.root() + WarehouseLayout.report(runId));
  }

  /** The page of a run to be put anywhere: it leads to no other page of the warehouse. */
  public Optional<String> page(String runId) {
    return reader.summary(runId).map(summary -> page(summary, log(), Optional.empty()));
  }

  /**
   * Makes the page over all runs anew from what they left, which takes as long as reading every
   * summary.
   *
   * @return where the page is
   */
  public String publishIndex() {
    write(rebuilt(Integer.MAX_VALUE));
    return store.root() + WarehouseLayout.INDEX;
  }

  /** The run that started last of those that came to an end; empty when there is none. */
  public Optional<String> lastRun() {
    List<String> runs = endedRuns();
    return runs.isEmpty() ? Optional.empty() : Optional.of(runs.get(runs.size() - 1));
  }

  private String page(RunSummary summary, RunLog log, Optional<String> toRoot) {
    Optional<String> previous = log.publishedBefore(summary.finishedAt()).map(LoggedRun::runId);
    return RunPage.of(reader.of(summary, previous), toRoot);
  }

  private RunLog log() {
    try {
      return store
          .read(WarehouseLayout.RUN_LOG)
          .map(json -> Documents.read(json, RunLog.class))
          .orElseGet(() -> rebuilt(FIRST_LOOK));
    } catch (UncheckedIOException e) {
      return rebuilt(FIRST_LOOK);
    }
  }

  private void write(RunLog log) {
    store.write(WarehouseLayout.RUN_LOG, utf8(Documents.writeLine(log)));
    store.write(WarehouseLayout.INDEX, utf8(IndexPage.of(log)));
  }

  private RunLog rebuilt(int most) {
    Set<String> reported = new HashSet<>(runsOf(store.list(WarehouseLayout.report("*"))));
    List<String> ended = endedRuns();
    RunLog log = RunLog.EMPTY;
    for (String runId : ended.subList(Math.max(0, ended.size() - most), ended.size())) {
      Optional<LoggedRun> run =
          reader
              .summary(runId)
              .map(summary -> LoggedRun.of(summary, reported.contains(summary.runId())));
      log = run.map(log::with).orElse(log);
    }
    return log;
  }

  /** Names of runs sort by their start. */
  private List<String> endedRuns() {
    return runsOf(store.list(WarehouseLayout.summary("*")));
  }

  private static List<String> runsOf(List<String> paths) {
    return paths.stream()
        .map(path -> path.substring(0, path.lastIndexOf('/')))
        .map(folder -> folder.substring(folder.lastIndexOf('/') + 1))
        .sorted()
        .toList();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
