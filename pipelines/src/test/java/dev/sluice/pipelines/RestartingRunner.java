package dev.sluice.pipelines;

import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.PipelineRunner;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * Begins every graph anew when it has ended, as Flink does when it loses a worker at that moment.
 */
public final class RestartingRunner extends PipelineRunner<PipelineResult> {

  private final DirectRunner runner;

  private RestartingRunner(DirectRunner runner) {
    this.runner = runner;
  }

  /** Called by Beam. */
  public static RestartingRunner fromOptions(PipelineOptions options) {
    return new RestartingRunner(DirectRunner.fromOptions(options));
  }

  @Override
  public PipelineResult run(Pipeline pipeline) {
    runner.run(pipeline).waitUntilFinish();
    return runner.run(pipeline);
  }
}
