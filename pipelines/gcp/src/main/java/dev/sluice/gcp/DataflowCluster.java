package dev.sluice.gcp;

import com.google.api.services.dataflow.Dataflow;
import com.google.api.services.dataflow.model.Job;
import com.google.api.services.dataflow.model.ListJobsResponse;
import dev.sluice.pipelines.config.SluiceConfig;
import dev.sluice.pipelines.run.Cluster;
import dev.sluice.schemas.layout.WarehouseLayout;
import dev.sluice.transforms.store.WarehouseStore;
import java.io.IOException;
import java.util.Locale;
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
    if (debug.getNumberOfWorkerHarnessThreads() == 0) {
      debug.setNumberOfWorkerHarnessThreads(
          config.jira().budget().concurrency() + BESIDE_THE_READERS);
    }
    if (!config.jira().site().isEmpty() && isNamedByBeam(dataflow)) {
      dataflow.setJobName(
          ("sluice-" + config.jira().site())
              .toLowerCase(Locale.ROOT)
              .replaceAll("[^a-z0-9]+", "-")
              .replaceAll("-$", ""));
    }
    if (config.outputPath().startsWith("gs://") && isEmpty(dataflow.getTempLocation())) {
      dataflow.setTempLocation(
          WarehouseStore.at(config.outputPath()).root() + WarehouseLayout.control() + "dataflow/");
    }
  }

  /** Beam names a job after the class, the user and the time. */
  private static boolean isNamedByBeam(DataflowPipelineOptions dataflow) {
    return dataflow.getJobName().matches(".*-[0-9]{4,10}-[0-9a-f]{6,8}");
  }

  private static boolean isEmpty(@Nullable String text) {
    return text == null || text.isEmpty();
  }

  @Override
  public String jobName(PipelineOptions options) {
    return options.getJobName();
  }

  @Override
  public String jobId(PipelineResult submitted) {
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
