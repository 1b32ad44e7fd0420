package dev.sluice.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.pipelines.config.ConfigException;
import dev.sluice.schemas.layout.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.junit.jupiter.api.Test;

final class FailureReportTest {

  @Test
  void theCauseIsFoundBelowWhateverBeamWrapsAroundIt() {
    Throwable thrown =
        new IllegalStateException(
            new Pipeline.PipelineExecutionException(
                new RuntimeException(
                    new UncheckedIOException(
                        "cannot write /data/x", new IOException("no space left")))));

    FailureReport failure = FailureReport.of(thrown);

    assertThat(failure.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
    assertThat(failure.messages()).containsExactly("cannot write /data/x");
  }

  @Test
  void everyMistakeOfAConfigurationHasItsLine() {
    FailureReport failure =
        FailureReport.of(new ConfigException(List.of("a:1: x", "a:2: y"), "correct them"));

    assertThat(failure.exitCode()).isEqualTo(ExitCode.CONFIG);
    assertThat(failure.messages()).containsExactly("a:1: x", "a:2: y");
    assertThat(failure.failure().message()).isEqualTo("a:1: x; a:2: y");
  }

  @Test
  void anythingElseIsABug() {
    FailureReport failure = FailureReport.of(new IllegalStateException("impossible"));

    assertThat(failure.exitCode()).isEqualTo(ExitCode.BUG);
    assertThat(failure.messages()).containsExactly("unexpected IllegalStateException: impossible");
    assertThat(failure.hint()).contains("--debug");
  }
}
