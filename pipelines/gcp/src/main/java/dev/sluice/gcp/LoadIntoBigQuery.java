package dev.sluice.gcp;

import com.google.api.client.util.Sleeper;
import dev.sluice.pipelines.config.BigQueryConfig;
import dev.sluice.pipelines.config.WriteMode;
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
 * Puts a run into BigQuery, in the way that the dataset is kept: merged, exactly once and whole, by
 * load jobs from the run's files and one transaction; or as a stream of changes, of which {@code
 * _run} is the last. Either way a repetition changes nothing, and mends what was cut off. Rows
 * never pass through the pipeline. Views are made when the rows are there; one that cannot be made
 * is noted in the summary of the run.
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
  List<String> publish(Manifest manifest, GoogleApis apis, Sleeper sleeper, Clock clock) {
    DatasetTables tables = DatasetTables.of(target, FieldColumns.fromJson(columns), selected);
    publication(apis, tables.written(), sleeper, clock).publish(manifest);
    MartColumns found = Documents.read(roles.getBytes(StandardCharsets.UTF_8), MartColumns.class);
    return new TargetViews(apis.bigQuery(), target, tables, found, sleeper).replace();
  }

  private Publication publication(
      GoogleApis apis, List<MergedTable> tables, Sleeper sleeper, Clock clock) {
    return target.mode() instanceof WriteMode.Cdc
        ? new RunStream(apis, target, root, tables, sleeper)
        : new RunLoad(apis.bigQuery(), target, root, tables, sleeper, clock);
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
        GoogleApis apis = new GoogleApis(options);
        for (String notice : load.publish(manifest, apis, Sleeper.DEFAULT, Clock.systemUTC())) {
          LOG.warn("{}", notice);
          told = told.noting(notice);
        }
      }
      out.output(told);
    }
  }
}
