package dev.sluice.gcp;

import com.google.api.services.dataflow.Dataflow;
import com.google.api.services.dataflow.model.Job;
import com.google.api.services.dataflow.model.ListJobsResponse;
import dev.sluice.pipelines.config.SluiceConfig;
import dev.sluice.pipelines.run.Cluster;
import dev.sluice.pipelines.run.JobName;
import dev.sluice.pipelines.run.RunException;
import dev.sluice.schemas.layout.WarehouseLayout;
import dev.sluice.transforms.store.WarehouseStore;
import java.io.IOException;
import java.util.Optional;
import org.apache.beam.runners.dataflow.DataflowPipelineJob;
import org.apache.beam.runners.dataflow.DataflowRunner;
import org.apache.beam.runners.dataflow.options.DataflowPipelineDebugOptions;
import org.apache.beam.runners.dataflow.options.DataflowPipelineOptions;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

/** Dataflow. */
public final class DataflowCluster implements Cluster {

  /** Reading threads wait for Jira most of the time; two more keep the rest of the graph going. */
  private static final int BESIDE_THE_READERS = 2;

  @Override
  public boolean serves(PipelineOptions options) {
    return options.getRunner() == DataflowRunner.class;
  }

  @Override
  public void prepare(PipelineOptions options, SluiceConfig config) {
    DataflowPipelineOptions dataflow = options.as(DataflowPipelineOptions.class);
    DataflowPipelineDebugOptions debug = options.as(DataflowPipelineDebugOptions.class);
    requireJob(dataflow);
    if (debug.getNumberOfWorkerHarnessThreads() == 0) {
      debug.setNumberOfWorkerHarnessThreads(
          readers(config.jira().budget().concurrency(), dataflow.getMaxNumWorkers())
              + BESIDE_THE_READERS);
    }
    JobName.fillIn(options, config.jira().site());
    if (config.outputPath().startsWith("gs://") && isEmpty(dataflow.getTempLocation())) {
      dataflow.setTempLocation(
          WarehouseStore.at(config.outputPath()).root() + WarehouseLayout.control() + "dataflow/");
    }
  }

  /** A classic template holds a whole graph, and with it the plan of one interval for ever. */
  private static void requireJob(DataflowPipelineOptions dataflow) {
    if (!isEmpty(dataflow.getTemplateLocation())) {
      throw new RunException.RunnerRefused(
          "a classic template (--templateLocation) would load the same interval every time",
          "use the Flex Template, see docs/dataflow.md: it plans whenever it is started");
    }
  }

  /** As many as the share of a worker lets read at once. */
  private static int readers(int concurrency, int workers) {
    return Math.max(1, concurrency / Math.max(1, workers));
  }

  private static boolean isEmpty(@Nullable String text) {
    return text == null || text.isEmpty();
  }

  @Override
  public String jobName(PipelineOptions options) {
    return options.getJobName();
  }

  @Override
  public String jobId(PipelineResult submitted, PipelineOptions options) {
    return ((DataflowPipelineJob) submitted).getJobId();
  }

  @Override
  public boolean isRunning(String jobName, PipelineOptions options) {
    DataflowPipelineOptions dataflow = options.as(DataflowPipelineOptions.class);
    try {
      Dataflow.Projects.Locations.Jobs.List active =
          dataflow
              .getDataflowClient()
              .projects()
              .locations()
              .jobs()
              .list(dataflow.getProject(), dataflow.getRegion())
              .setFilter("ACTIVE");
      ListJobsResponse page;
      do {
        page = active.execute();
        if (Optional.ofNullable(page.getJobs()).stream()
            .flatMap(jobs -> jobs.stream().map(Job::getName))
            .anyMatch(jobName::equals)) {
          return true;
        }
        active.setPageToken(page.getNextPageToken());
      } while (page.getNextPageToken() != null);
      return false;
    } catch (IOException e) {
      throw BigQueryFailures.of("list the jobs of Dataflow", e);
    }
  }
}
