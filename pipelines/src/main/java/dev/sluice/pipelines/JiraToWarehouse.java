package dev.sluice.pipelines;

import dev.sluice.pipelines.cli.Main;
import dev.sluice.pipelines.run.BigQuerySink;
import dev.sluice.pipelines.run.RunPlan;
import dev.sluice.pipelines.run.WriteReport;
import dev.sluice.transforms.CommitRun;
import dev.sluice.transforms.CompleteChildren;
import dev.sluice.transforms.FetchDimensions;
import dev.sluice.transforms.FetchIssues;
import dev.sluice.transforms.LoadNewestFirst;
import dev.sluice.transforms.LoadShards;
import dev.sluice.transforms.MergePeople;
import dev.sluice.transforms.NormalizeTimestamps;
import dev.sluice.transforms.RenameFields;
import dev.sluice.transforms.RowBatch;
import dev.sluice.transforms.RowsOrFailures;
import dev.sluice.transforms.RunTables;
import dev.sluice.transforms.ShardReport;
import dev.sluice.transforms.ShardResult;
import dev.sluice.transforms.VerifyShards;
import dev.sluice.transforms.WriteDeadLetters;
import dev.sluice.transforms.WriteShardFiles;
import dev.sluice.transforms.WriteTombstones;
import dev.sluice.transforms.WrittenFile;
import dev.sluice.transforms.store.WarehouseStore;
import java.util.ArrayList;
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
    RunTables tables =
        RunTables.of(plan.columns()).only(plan.tables().selected()).with(plan.tables().history());
    WarehouseStore store = WarehouseStore.at(plan.root());

    LoadShards.Result loaded =
        pipeline.apply(
            "LoadShards",
            LoadNewestFirst.of(
                plan.shards(),
                LoadShards.by(
                    FetchIssues.from(plan.jira(), plan.pageSize())
                        .tolerating(plan.gate().countTolerance()),
                    CompleteChildren.from(plan.jira()).neededBy(tables),
                    RenameFields.to(tables, plan.run()),
                    NormalizeTimestamps.of(tables),
                    WriteShardFiles.to(store, plan.run()))));
    FetchDimensions.Result dimensions =
        pipeline.apply(
            "FetchDimensions",
            FetchDimensions.from(plan.jira(), tables, plan.run())
                .within(plan.tables().projects())
                .requiring(plan.tables().required()));
    PCollection<RowBatch> people =
        flatten("People", List.of(dimensions.people(), loaded.people()))
            .apply("MergePeople", MergePeople.of(tables, plan.run()));
    RowsOrFailures normalized =
        flatten("Dimensions", List.of(dimensions.rows(), people))
            .apply("NormalizeDimensions", NormalizeTimestamps.of(tables));
    PCollection<WrittenFile> dimensionFiles =
        normalized.rows().apply("WriteDimensions", WriteShardFiles.to(store, plan.run()));
    PCollection<WrittenFile> deadLetterFiles =
        flatten("Failures", List.of(loaded.failures(), normalized.failures()))
            .apply("WriteDeadLetters", WriteDeadLetters.to(store, plan.run()));

    List<PCollection<WrittenFile>> files =
        new ArrayList<>(List.of(loaded.files(), dimensionFiles, deadLetterFiles));
    List<PCollection<ShardReport>> reports =
        new ArrayList<>(List.of(loaded.reports(), dimensions.reports()));
    if (plan.sweep().isPresent()) {
      WriteTombstones.Result swept =
          pipeline.apply(
              "WriteTombstones", WriteTombstones.of(plan.sweep().get(), store, plan.run()));
      files.add(swept.files());
      reports.add(swept.reports());
    }
    PCollection<ShardResult> verified =
        flatten("Reports", reports)
            .apply(
                "VerifyShards",
                VerifyShards.against(
                    flatten("Files", files), loaded.details(), plan.gate().countTolerance()));
    CommitRun commit =
        CommitRun.of(store, plan.run(), plan.gate(), plan.planning()).publishing(plan.schema());
    verified
        .apply(
            "CommitRun",
            plan.bigQuery()
                .map(target -> commit.through(BigQuerySink.find().publication(target, plan)))
                .orElse(commit))
        .apply("WriteReport", WriteReport.to(store));
  }

  private static <T> PCollection<T> flatten(String name, List<PCollection<T>> collections) {
    return PCollectionList.of(collections).apply(name, Flatten.pCollections());
  }
}
