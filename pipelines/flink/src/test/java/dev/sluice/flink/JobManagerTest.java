package dev.sluice.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sluice.pipelines.run.RunException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("flink")
final class JobManagerTest {

  private static final JobManager.Overview THREE_OF_FOUR = new JobManager.Overview(3, 12, "1.19.0");
  private static final JobManager.Overview ON_DEMAND = new JobManager.Overview(0, 0, "1.19.1");

  @Test
  void noMoreShardsAreReadAtOnceThanThereAreSlots() {
    assertThat(THREE_OF_FOUR.readers(8)).isEqualTo(8);
    assertThat(THREE_OF_FOUR.readers(40)).isEqualTo(12);
    assertThat(ON_DEMAND.readers(8)).isEqualTo(8);
  }

  @Test
  void theBudgetIsDividedByAsManyJvmsAsMayRead() {
    assertThat(THREE_OF_FOUR.jvms(8)).isEqualTo(3);
    assertThat(THREE_OF_FOUR.jvms(2)).isEqualTo(2);
    assertThat(ON_DEMAND.jvms(8)).as("each reader may be alone in its JVM").isEqualTo(8);
  }

  @Test
  void aClusterOfAnotherVersionIsRefused() {
    assertThatCode(ON_DEMAND::requireVersion).doesNotThrowAnyException();
    assertThatExceptionOfType(RunException.RunnerRefused.class)
        .isThrownBy(new JobManager.Overview(1, 1, "1.20.0")::requireVersion)
        .withMessageContaining("1.20.0");
  }
}
