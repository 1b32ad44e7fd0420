package dev.sluice.pipelines.run;

import dev.sluice.schemas.layout.Documents;
import dev.sluice.schemas.layout.WarehouseLayout;
import dev.sluice.transforms.store.WarehouseStore;
import java.time.Instant;
import java.util.Optional;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * Runs that went on without their launcher. Each is noted in the warehouse before it is submitted,
 * so that whoever comes next waits for it, or settles what it has left when it is gone.
 */
final class SubmittedJobs {

  private final WarehouseStore store;

  SubmittedJobs(WarehouseStore store) {
    this.store = store;
  }

  /** One job, as it lies in the warehouse. */
  record SubmittedJob(String runId, String jobName, Instant submittedAt) {}

  void note(String runId, String jobName, Instant now) {
    store.write(WarehouseLayout.job(runId), Documents.write(new SubmittedJob(runId, jobName, now)));
  }

  /**
   * Returns when none is under way.
   *
   * @param cluster who can be asked; without one a job that left no summary counts as running
   * @throws RunException.Locked when one is
   */
  void requireEnded(Optional<Cluster> cluster, PipelineOptions options) {
    if (cluster.filter(it -> it.isRunning(it.jobName(options), options)).isPresent()) {
      throw new RunException.Locked("job " + options.getJobName());
    }
    for (String path : store.list(WarehouseLayout.job("*"))) {
      Optional<SubmittedJob> job =
          store.read(path).map(json -> Documents.read(json, SubmittedJob.class));
      if (job.isPresent() && isRunning(job.get(), cluster, options)) {
        throw new RunException.Locked(
            "run "
                + job.get().runId()
                + " (job "
                + job.get().jobName()
                + ", submitted "
                + job.get().submittedAt()
                + ")");
      }
      store.delete(path);
    }
  }

  private boolean isRunning(SubmittedJob job, Optional<Cluster> cluster, PipelineOptions options) {
    return !store.exists(WarehouseLayout.summary(job.runId()))
        && cluster.map(asked -> asked.isRunning(job.jobName(), options)).orElse(true);
  }
}
