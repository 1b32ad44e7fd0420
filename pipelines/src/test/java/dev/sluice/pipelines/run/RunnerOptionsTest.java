package dev.sluice.pipelines.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.apache.beam.runners.direct.DirectOptions;
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
  void whatBeamDoesNotKnowIsRefused() {
    assertThatExceptionOfType(RunException.RunnerRefused.class)
        .isThrownBy(() -> RunnerOptions.of(List.of("--targetParalelism=3"), 8))
        .withMessageContaining("targetParalelism");
  }
}
