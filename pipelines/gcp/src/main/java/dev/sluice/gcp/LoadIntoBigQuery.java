package dev.sluice.gcp;

import com.google.api.client.util.Sleeper;
import dev.sluice.pipelines.config.BigQueryConfig;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.layout.Manifest;
import dev.sluice.schemas.table.Tables;
import dev.sluice.transforms.EndedRun;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/**
 * Puts a run into BigQuery, exactly once and whole: load jobs from the run's files into staging
 * tables, then one transaction. A failure at any point leaves the tables as they were; a repetition
 * changes nothing. Rows never pass through the pipeline.
 *
 * <p>Takes one run, of which all files are whole, and hands it on when BigQuery has it.
 */
public final class LoadIntoBigQuery
    extends PTransform<PCollection<EndedRun>, PCollection<EndedRun>> {

  private final BigQueryConfig target;
  private final String root;
  private final String columns;
  private final Set<String> selected;
  private final List<String> afterwards;

  private LoadIntoBigQuery(
      BigQueryConfig target,
      String root,
      String columns,
      Set<String> selected,
      List<String> afterwards) {
    this.target = target;
    this.root = root;
    this.columns = columns;
    this.selected = Set.copyOf(selected);
    this.afterwards = List.copyOf(afterwards);
  }

  /**
   * Loads from below {@code root}, a URI that BigQuery can read.
   *
   * @param columns the columns of the custom fields
   * @param selected the tables that the run writes
   */
  public static LoadIntoBigQuery of(
      BigQueryConfig target, String root, FieldColumns columns, Set<String> selected) {
    return new LoadIntoBigQuery(target, root, columns.toJson(), selected, List.of());
  }

  /**
   * The same, running {@code statements} when the tables are there and hold the run: in order, each
   * by itself, and again with every run.
   */
  public LoadIntoBigQuery then(List<String> statements) {
    return new LoadIntoBigQuery(target, root, columns, selected, statements);
  }

  @Override
  public PCollection<EndedRun> expand(PCollection<EndedRun> runs) {
    return runs.apply("Load", ParDo.of(new LoadFn(this)));
  }

  static List<MergedTable> tables(FieldColumns columns, Set<String> selected) {
    return Tables.all(columns).stream()
        .filter(table -> selected.contains(table.name()))
        .map(MergedTable::new)
        .toList();
  }

  private static final class LoadFn extends DoFn<EndedRun, EndedRun> {

    private final LoadIntoBigQuery load;

    LoadFn(LoadIntoBigQuery load) {
      this.load = load;
    }

    @ProcessElement
    public void processElement(
        @Element EndedRun run, PipelineOptions options, OutputReceiver<EndedRun> out) {
      Manifest manifest = run.manifest();
      if (manifest != null) {
        new RunLoad(
                new GoogleApis(options).bigQuery(),
                load.target,
                load.root,
                tables(FieldColumns.fromJson(load.columns), load.selected),
                load.afterwards,
                Sleeper.DEFAULT,
                Clock.systemUTC())
            .publish(manifest);
      }
      out.output(run);
    }
  }
}
