package dev.sluice.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.pipelines.run.RunProgress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ProgressLineTest {

  @Test
  void everythingWorthKnowingIsInOneLine() {
    RunProgress progress =
        new RunProgress(
            Duration.ofSeconds(50), 12, 34, 48_200, 120_000, 9.84, 10, Duration.ofSeconds(75));

    assertThat(ProgressLine.of(progress))
        .isEqualTo(
            "12/34 shards | 48,200/120,000 issues | 964/s | 9.8/10.0 requests/s | ETA 1:14"
                + " | waited 1:15");
  }

  @Test
  void nothingIsPromisedBeforeAnythingIsKnown() {
    RunProgress progress = new RunProgress(Duration.ZERO, 0, 3, 0, 1_000, 0, 10, Duration.ZERO);

    assertThat(ProgressLine.of(progress))
        .isEqualTo("0/3 shards | 0/1,000 issues | 0/s | 0.0/10.0 requests/s");
  }
}
