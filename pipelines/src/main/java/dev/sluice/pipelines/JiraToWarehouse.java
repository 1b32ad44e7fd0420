package dev.sluice.pipelines;

import dev.sluice.pipelines.cli.Main;
import dev.sluice.pipelines.run.RunPlan;
import dev.sluice.transforms.CommitRun;
import dev.sluice.transforms.FetchDimensions;
import dev.sluice.transforms.FetchIssues;
import dev.sluice.transforms.LoadShards;
import dev.sluice.transforms.NormalizeTimestamps;
import dev.sluice.transforms.PlannedShards;
import dev.sluice.transforms.RenameFields;
import dev.sluice.transforms.RowsOrFailures;
import dev.sluice.transforms.RunTables;
import dev.sluice.transforms.ShardReport;
import dev.sluice.transforms.ShardResult;
import dev.sluice.transforms.VerifyShards;
import dev.sluice.transforms.WriteDeadLetters;
import dev.sluice.transforms.WriteShardFiles;
import dev.sluice.transforms.WrittenFile;
import dev.sluice.transforms.failure.DeadLetter;
import dev.sluice.transforms.store.WarehouseStore;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;

/**
 * Loads a Jira into a warehouse: planned shards in, whole files and one manifest out.
 *
 * <p>Nothing that matters happens after the pipeline has ended: on a cluster the launcher is gone
 * by then.
 */
public final class JiraToWarehouse {

  private JiraToWarehouse() {}

  /**
   * Runs one load and ends the process with its exit code: the entry for schedulers that know
   * pipelines, not verbs. Takes only {@code --camelCase=value} options.
   */
  public static void main(String[] args) {
    Main.main(args);
  }

  /** Adds the whole load to {@code pipeline}; what it does is decided by {@code plan} alone. */
  public static void build(Pipeline pipeline, RunPlan plan) {
    RunTables tables = RunTables.of(plan.columns());
    WarehouseStore store = WarehouseStore.at(plan.root());

    LoadShards.Result loaded =
        pipeline
            .apply("PlannedShards", PlannedShards.of(plan.shards()))
            .apply(
                "LoadShards",
                LoadShards.by(
                    FetchIssues.from(plan.jira(), plan.pageSize()),
                    RenameFields.to(tables, plan.run()),
                    NormalizeTimestamps.of(tables),
                    WriteShardFiles.to(store, plan.run())));
    FetchDimensions.Result dimensions =
        pipeline.apply("FetchDimensions", FetchDimensions.from(plan.jira(), tables, plan.run()));
    RowsOrFailures normalized =
        dimensions.rows().apply("NormalizeDimensions", NormalizeTimestamps.of(tables));
    PCollection<WrittenFile> dimensionFiles =
        normalized.rows().apply("WriteDimensions", WriteShardFiles.to(store, plan.run()));
    PCollection<WrittenFile> deadLetterFiles =
        JiraToWarehouse.<DeadLetter>flatten("Failures", loaded.failures(), normalized.failures())
            .apply("WriteDeadLetters", WriteDeadLetters.to(store, plan.run()));

    PCollection<WrittenFile> files =
        PCollectionList.of(List.of(loaded.files(), dimensionFiles, deadLetterFiles))
            .apply("Files", Flatten.pCollections());
    PCollection<ShardResult> verified =
        JiraToWarehouse.<ShardReport>flatten("Reports", loaded.reports(), dimensions.reports())
            .apply("VerifyShards", VerifyShards.against(files, plan.gate().countTolerance()));
    verified.apply("CommitRun", CommitRun.of(store, plan.run(), plan.gate(), plan.planning()));
  }

  private static <T> PCollection<T> flatten(
      String name, PCollection<T> first, PCollection<T> second) {
    return PCollectionList.of(first).and(second).apply(name, Flatten.pCollections());
  }
}
