package dev.sluice.pipelines.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.PipelineRunner;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.Test;

final class RunnerOptionsTest {

  @Test
  void everyReaderHasAThreadAndTheRestOfTheGraphTwo() {
    DirectOptions options = RunnerOptions.of(List.of(), 8).as(DirectOptions.class);

    assertThat(options.getTargetParallelism()).isEqualTo(10);
    assertThat(options.isBlockOnRun()).isFalse();
    assertThat(options.isEnforceImmutability()).isFalse();
    assertThat(options.isEnforceEncodability()).isFalse();
  }

  @Test
  void theCallerHasTheLastWord() {
    DirectOptions options =
        RunnerOptions.of(List.of("--targetParallelism=3", "--enforceImmutability"), 8)
            .as(DirectOptions.class);

    assertThat(options.getTargetParallelism()).isEqualTo(3);
    assertThat(options.isEnforceImmutability()).isTrue();
  }

  @Test
  void oneJvmReadsUnlessTheCallerOfAClusterWantsMore() {
    assertThat(RunnerOptions.workers(RunnerOptions.of(List.of(), 8))).isEqualTo(1);
    assertThat(RunnerOptions.workers(RunnerOptions.of(List.of("--maxNumWorkers=4"), 8)))
        .as("DirectRunner is one JVM")
        .isEqualTo(1);
    PipelineOptions cluster = PipelineOptionsFactory.create();
    cluster.setRunner(Cluster.class);
    assertThat(RunnerOptions.workers(cluster)).isEqualTo(1);
    cluster.as(WorkerOptions.class).setMaxNumWorkers(4);
    assertThat(RunnerOptions.workers(cluster)).isEqualTo(4);
  }

  /** Some runner that is not DirectRunner. */
  private static final class Cluster extends PipelineRunner<PipelineResult> {
    @Override
    public PipelineResult run(Pipeline pipeline) {
      throw new UnsupportedOperationException("this one only has a name");
    }
  }

  @Test
  void anOptionIsKnownWhenSomethingOnTheClassPathTakesIt() {
    assertThat(RunnerOptions.isKnown("targetParallelism")).isTrue();
    assertThat(RunnerOptions.isKnown("region")).isFalse();
  }

  @Test
  void whatBeamDoesNotKnowIsRefused() {
    assertThatExceptionOfType(RunException.RunnerRefused.class)
        .isThrownBy(() -> RunnerOptions.of(List.of("--targetParalelism=3"), 8))
        .withMessageContaining("targetParalelism");
  }
}
