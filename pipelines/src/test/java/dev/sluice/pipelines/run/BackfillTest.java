package dev.sluice.pipelines.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.pipelines.run.Backfill.Reprocess;
import dev.sluice.pipelines.run.Backfill.Step;
import dev.sluice.schemas.layout.Interval;
import dev.sluice.schemas.layout.RunStatus;
import dev.sluice.schemas.layout.RunSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class BackfillTest {

  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-01-03T12:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void stepsCoverTheStretchWithoutGapOrOverlap() {
    for (int minutes : new int[] {1, 7, 90, 1_440, 10_000}) {
      List<Step> steps = steps(Duration.ofMinutes(minutes), Reprocess.ALL, false, List.of());

      assertThat(steps.get(0).interval().from()).isEqualTo(FROM);
      assertThat(steps.get(steps.size() - 1).interval().to()).isEqualTo(TO);
      for (int i = 1; i < steps.size(); i++) {
        assertThat(steps.get(i).interval().from()).isEqualTo(steps.get(i - 1).interval().to());
      }
    }
  }

  @Test
  void whatRanBeforeIsLoadedAgainOnlyWhenAsked() {
    List<RunSummary> past =
        List.of(
            run("r3", 0, RunStatus.PARTIAL),
            run("r2", 1, RunStatus.OK),
            // Only the latest run of an interval counts.
            run("r1", 0, RunStatus.OK));

    assertThat(due(Reprocess.NONE, past)).containsExactly(false, false, true);
    assertThat(due(Reprocess.FAILED, past)).containsExactly(true, false, true);
    assertThat(due(Reprocess.ALL, past)).containsExactly(true, true, true);
  }

  @Test
  void theNewestComesFirstInReverse() {
    assertThat(steps(DAY, Reprocess.ALL, true, List.of()).get(0).interval().to()).isEqualTo(TO);
  }

  private static List<Boolean> due(Reprocess reprocess, List<RunSummary> past) {
    return steps(DAY, reprocess, false, past).stream().map(Step::due).toList();
  }

  private static List<Step> steps(
      Duration length, Reprocess reprocess, boolean reverse, List<RunSummary> past) {
    return Backfill.steps(FROM, TO, length, reprocess, reverse, past);
  }

  private static RunSummary run(String runId, int day, RunStatus status) {
    Instant from = FROM.plus(DAY.multipliedBy(day));
    return new RunSummary(
        runId,
        "acme",
        status,
        new Interval(from, from.plus(DAY)),
        from,
        from,
        Map.of(),
        0,
        0,
        0,
        0,
        null,
        List.of(),
        null,
        RunSummary.Shards.none(),
        status == RunStatus.OK ? 0 : 65,
        null,
        List.of(),
        null,
        List.of());
  }
}
