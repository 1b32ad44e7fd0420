package dev.sluice.bench;

import dev.sluice.pipelines.run.RunnerOptions;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Create;

/** The least that anything on Beam takes: a JVM, DirectRunner, one element. */
public final class EmptyPipeline {

  private EmptyPipeline() {}

  /** Runs the pipeline. */
  public static void main(String[] arguments) {
    Pipeline pipeline = Pipeline.create(RunnerOptions.of(List.of("--blockOnRun=true"), 8));
    pipeline.apply(Create.of(1));
    pipeline.run().waitUntilFinish();
  }
}
