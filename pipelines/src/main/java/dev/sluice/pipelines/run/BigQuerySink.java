package dev.sluice.pipelines.run;

import dev.sluice.pipelines.config.BigQueryConfig;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.transforms.EndedRun;
import java.util.List;
import java.util.ServiceLoader;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;

/**
 * What the pipeline needs of BigQuery. It is found on the class path, so that a program that writes
 * files only carries none of Google's libraries.
 */
public interface BigQuerySink {

  /**
   * The one on the class path.
   *
   * @throws RunException.OutputRefused when there is none
   */
  static BigQuerySink find() {
    return ServiceLoader.load(BigQuerySink.class)
        .findFirst()
        .orElseThrow(
            () ->
                new RunException.OutputRefused(
                    "output.type bigquery needs Google's libraries, and they are not here",
                    "start sluice with SLUICE_GCP=true, which brings them"));
  }

  /**
   * Looks whether the dataset can take the tables; changes nothing.
   *
   * @throws RunException.OutputRefused when a table is in the way, such as by a column of another
   *     type
   * @throws RunException.OutputDenied when the caller may not see or write it
   * @throws RunException.OutputUnavailable when BigQuery does not answer
   */
  void requireUsable(
      BigQueryConfig target, TablePlan tables, FieldColumns columns, PipelineOptions options);

  /** Puts a run into the dataset, whole or not at all. */
  PTransform<PCollection<EndedRun>, PCollection<EndedRun>> publication(
      BigQueryConfig target, RunPlan plan);

  /**
   * Asks for everything a run needs, without changing anything.
   *
   * @param staging the root of the warehouse's files
   * @return what was found right, one line each
   * @throws RunException.OutputDenied naming what is not allowed
   */
  List<String> check(BigQueryConfig target, String staging, PipelineOptions options);
}
