package dev.sluice.flink;

import dev.sluice.pipelines.config.SluiceConfig;
import dev.sluice.pipelines.run.Cluster;
import dev.sluice.pipelines.run.JobName;
import dev.sluice.pipelines.run.RunException;
import dev.sluice.pipelines.run.WorkerOptions;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.options.PipelineOptions;

/** A Flink session cluster. Flink inside the launcher's JVM, {@code [local]}, is none. */
public final class FlinkCluster implements Cluster {

  private static final String IN_THIS_JVM = "[local]";

  /** Warns at every look that the job has not ended yet. Held here, for loggers are forgotten. */
  private static final Logger IMPATIENT =
      Logger.getLogger("org.apache.beam.runners.flink.FlinkDetachedRunnerResult");

  @Override
  public boolean serves(PipelineOptions options) {
    return options.getRunner() == FlinkRunner.class && !master(options).equals(IN_THIS_JVM);
  }

  @Override
  public void prepare(PipelineOptions options, SluiceConfig config) {
    JobManager.Overview cluster = jobManager(options).overview();
    cluster.requireVersion();
    FlinkPipelineOptions flink = options.as(FlinkPipelineOptions.class);
    if (flink.getParallelism() < 1) {
      flink.setParallelism(cluster.readers(config.jira().budget().concurrency()));
    }
    WorkerOptions workers = options.as(WorkerOptions.class);
    workers.setMaxNumWorkers(
        Math.max(workers.getMaxNumWorkers(), cluster.jvms(flink.getParallelism())));
    // Whether the launcher stays is for --wait to say, and it looks every second.
    flink.setAttachedMode(false);
    flink.setJobCheckIntervalInSecs(1);
    IMPATIENT.setLevel(Level.SEVERE);
    JobName.fillIn(options, config.jira().site());
  }

  @Override
  public String jobName(PipelineOptions options) {
    return options.getJobName();
  }

  @Override
  public String jobId(PipelineResult submitted, PipelineOptions options) {
    return jobManager(options).newestJob(jobName(options));
  }

  @Override
  public boolean isRunning(String jobName, PipelineOptions options) {
    return jobManager(options).isRunning(jobName);
  }

  private static JobManager jobManager(PipelineOptions options) {
    String master = master(options);
    if (master.startsWith("[")) {
      // How many JVMs would read, and so what each may ask, could not be known.
      throw new RunException.RunnerRefused(
          "Flink is asked to run the job at " + master + ", which may be anywhere",
          "name its JobManager with --flinkMaster=host:port, or --flinkMaster=" + IN_THIS_JVM);
    }
    return JobManager.at(master);
  }

  private static String master(PipelineOptions options) {
    return options.as(FlinkPipelineOptions.class).getFlinkMaster();
  }
}
