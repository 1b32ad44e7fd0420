package dev.sluice.pipelines.cli;

import dev.sluice.pipelines.report.RunReports;
import dev.sluice.pipelines.run.RunException;
import dev.sluice.pipelines.run.WarehouseRoot;
import dev.sluice.transforms.store.WarehouseStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sluice report}. */
@Command(
    name = "report",
    description = {
      "Write the page of a run anew, by default of the last one, or the page over all runs.",
      "Every run writes both by itself: the one beside its manifest, the other as index.html.",
      "Example: sluice report --file report.html"
    })
final class ReportCommand implements Subcommand {

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin ConfigOptions config = new ConfigOptions();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "RUN",
      description = "The run; default: the last one.")
  @Nullable String runId;

  @Option(names = "--index", description = "The page over all runs, from all their summaries.")
  boolean index;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "Where to write the page of the run, instead of beside its manifest.")
  @Nullable Path file;

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public Report perform(Session session) {
    if (index && (runId != null || file != null)) {
      throw new UsageException(
          "--index is about all runs, and lies at the root of the warehouse",
          "leave out the run and --file");
    }
    WarehouseStore store = WarehouseRoot.at(config.warehouse(session)).store();
    RunReports reports = new RunReports(store);
    if (index) {
      return new WrittenReport(reports.publishIndex());
    }
    String run =
        runId != null
            ? runId
            : reports.lastRun().orElseThrow(() -> new RunException.NoSuchRun(store.root()));
    return new WrittenReport(
        file == null ? inPlace(reports, run, store) : copy(reports, run, store, file));
  }

  private static String inPlace(RunReports reports, String run, WarehouseStore store) {
    return reports.publish(run).orElseThrow(() -> new RunException.NoSuchRun(run, store.root()));
  }

  private static String copy(RunReports reports, String run, WarehouseStore store, Path file) {
    String page =
        reports.page(run).orElseThrow(() -> new RunException.NoSuchRun(run, store.root()));
    try {
      Files.writeString(file, page);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write " + file + " (" + e.getClass().getSimpleName() + ")", e);
    }
    return file.toString();
  }
}
