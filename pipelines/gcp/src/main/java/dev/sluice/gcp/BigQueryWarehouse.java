package dev.sluice.gcp;

import dev.sluice.pipelines.config.BigQueryConfig;
import dev.sluice.pipelines.run.BigQuerySink;
import dev.sluice.pipelines.run.RunPlan;
import dev.sluice.pipelines.run.TablePlan;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.transforms.EndedRun;
import dev.sluice.transforms.store.WarehouseStore;
import java.util.List;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;

/** What the launcher finds when Google's libraries are on the class path. */
public final class BigQueryWarehouse implements BigQuerySink {

  @Override
  public void requireUsable(
      BigQueryConfig target, TablePlan tables, FieldColumns columns, PipelineOptions options) {
    new TargetTables(new GoogleApis(options).bigQuery(), target)
        .requireUsable(LoadIntoBigQuery.tables(columns, tables.selected()));
  }

  @Override
  public PTransform<PCollection<EndedRun>, PCollection<EndedRun>> publication(
      BigQueryConfig target, RunPlan plan) {
    return LoadIntoBigQuery.of(
        target, WarehouseStore.at(plan.root()).root(), plan.columns(), plan.tables().selected());
  }

  @Override
  public List<String> check(BigQueryConfig target, String staging, PipelineOptions options) {
    return new PermissionCheck(new GoogleApis(options), target).of(staging);
  }
}
