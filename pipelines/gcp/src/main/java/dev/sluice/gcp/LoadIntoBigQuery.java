package dev.sluice.gcp;

import com.google.api.client.util.Sleeper;
import com.google.api.services.bigquery.Bigquery;
import dev.sluice.pipelines.config.BigQueryConfig;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.layout.Documents;
import dev.sluice.schemas.layout.Manifest;
import dev.sluice.schemas.view.MartColumns;
import dev.sluice.transforms.EndedRun;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a run into BigQuery, exactly once and whole: load jobs from the run's files into staging
 * tables, then one transaction. A failure at any point leaves the tables as they were; a repetition
 * changes nothing. Rows never pass through the pipeline. Views are made when the rows are there;
 * one that cannot be made is noted in the summary of the run.
 *
 * <p>Takes one run, of which all files are whole, and hands it on when BigQuery has it.
 */
public final class LoadIntoBigQuery
    extends PTransform<PCollection<EndedRun>, PCollection<EndedRun>> {

  private final BigQueryConfig target;
  private final String root;
  private final String columns;
  private final Set<String> selected;
  private final String roles;

  private LoadIntoBigQuery(
      BigQueryConfig target, String root, String columns, Set<String> selected, String roles) {
    this.target = target;
    this.root = root;
    this.columns = columns;
    this.selected = Set.copyOf(selected);
    this.roles = roles;
  }

  /**
   * Loads from below {@code root}, a URI that BigQuery can read.
   *
   * @param columns the columns of the custom fields
   * @param selected the tables that the run writes
   * @param roles of the columns in views
   */
  public static LoadIntoBigQuery of(
      BigQueryConfig target,
      String root,
      FieldColumns columns,
      Set<String> selected,
      MartColumns roles) {
    return new LoadIntoBigQuery(
        target, root, columns.toJson(), selected, Documents.writeLine(roles));
  }

  @Override
  public PCollection<EndedRun> expand(PCollection<EndedRun> runs) {
    return runs.apply("Load", ParDo.of(new LoadFn(this)));
  }

  /** Returns what a person should know although the rows are there, a text each. */
  List<String> publish(Manifest manifest, Bigquery client, Sleeper sleeper, Clock clock) {
    DatasetTables tables = DatasetTables.of(target, FieldColumns.fromJson(columns), selected);
    new RunLoad(client, target, root, tables.written(), sleeper, clock).publish(manifest);
    MartColumns found = Documents.read(roles.getBytes(StandardCharsets.UTF_8), MartColumns.class);
    return new TargetViews(client, target, tables, found, sleeper).replace();
  }

  private static final class LoadFn extends DoFn<EndedRun, EndedRun> {

    private static final Logger LOG = LoggerFactory.getLogger(LoadFn.class);

    private final LoadIntoBigQuery load;

    LoadFn(LoadIntoBigQuery load) {
      this.load = load;
    }

    @ProcessElement
    public void processElement(
        @Element EndedRun run, PipelineOptions options, OutputReceiver<EndedRun> out) {
      Manifest manifest = run.manifest();
      EndedRun told = run;
      if (manifest != null) {
        Bigquery client = new GoogleApis(options).bigQuery();
        for (String notice : load.publish(manifest, client, Sleeper.DEFAULT, Clock.systemUTC())) {
          LOG.warn("{}", notice);
          told = told.noting(notice);
        }
      }
      out.output(told);
    }
  }
}
