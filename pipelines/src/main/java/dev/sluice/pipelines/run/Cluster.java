package dev.sluice.pipelines.run;

import dev.sluice.pipelines.config.SluiceConfig;
import java.util.Optional;
import java.util.ServiceLoader;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * A service that runs a pipeline elsewhere, long after the launcher has ended. Found on the class
 * path by the runner that the options name.
 */
public interface Cluster {

  /** The one that the options ask for; empty when the pipeline runs here. */
  static Optional<Cluster> of(PipelineOptions options) {
    return ServiceLoader.load(Cluster.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(cluster -> cluster.serves(options))
        .findFirst();
  }

  /** Whether the options name its runner. */
  boolean serves(PipelineOptions options);

  /**
   * Fills in what the options leave open: as many threads as the budget lets read at once, among
   * how many JVMs it is divided ({@link WorkerOptions}) where that is not for the options to say,
   * and a job name that is the same for every run of the pipeline, so that a second one is
   * recognised.
   *
   * @throws RunException.RunnerRefused when the options cannot be used
   */
  void prepare(PipelineOptions options, SluiceConfig config);

  /** The name of the job. */
  String jobName(PipelineOptions options);

  /**
   * What the service calls the job.
   *
   * @throws RunException.OutputUnavailable when the service does not tell
   */
  String jobId(PipelineResult submitted, PipelineOptions options);

  /**
   * Whether a job of that name is under way.
   *
   * @throws RunException.OutputUnavailable when the service does not tell
   */
  boolean isRunning(String jobName, PipelineOptions options);
}
