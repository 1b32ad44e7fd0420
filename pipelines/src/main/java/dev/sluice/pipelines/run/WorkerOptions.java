package dev.sluice.pipelines.run;

import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/** The option by which Dataflow is told how many workers there may be; here for every runner. */
public interface WorkerOptions extends PipelineOptions {

  /** Returns the most JVMs that read at the same time; 0 when nothing was said. */
  @Description("The most workers that share the request budget.")
  int getMaxNumWorkers();

  /** Changes it. */
  void setMaxNumWorkers(int workers);
}
