package dev.sluice.gcp;

import dev.sluice.pipelines.config.BigQueryConfig;
import dev.sluice.pipelines.run.BigQuerySink;
import dev.sluice.pipelines.run.RunPlan;
import dev.sluice.pipelines.run.TablePlan;
import dev.sluice.pipelines.run.ViewRoles;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.view.MartColumns;
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
    var unused =
        new TargetTables(new GoogleApis(options).bigQuery(), target)
            .requireUsable(DatasetTables.of(target, columns, tables.selected()).all());
  }

  @Override
  public PTransform<PCollection<EndedRun>, PCollection<EndedRun>> publication(
      BigQueryConfig target, RunPlan plan) {
    return LoadIntoBigQuery.of(
        target,
        WarehouseStore.at(plan.root()).root(),
        plan.columns(),
        plan.tables().selected(),
        roles(target, plan));
  }

  private static MartColumns roles(BigQueryConfig target, RunPlan plan) {
    return target.views() == null
        ? MartColumns.BY_NAME
        : ViewRoles.of(target.views().roles(), plan.schema().registry());
  }

  @Override
  public List<String> check(BigQueryConfig target, String staging, PipelineOptions options) {
    GoogleApis apis = new GoogleApis(options);
    return new PermissionCheck(apis.bigQuery(), apis.storage(), apis.projects(), target)
        .of(staging);
  }
}
