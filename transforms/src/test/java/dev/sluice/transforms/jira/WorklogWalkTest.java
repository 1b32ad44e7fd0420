package dev.sluice.transforms.jira;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class WorklogWalkTest {

  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final int PAGE = 1_000;

  private final List<Long> asked = new ArrayList<>();

  @Test
  void nothingChangedCostsOnePageAndTellsHowFarThatIsTrue() {
    WorklogChanges changes = WorklogWalk.from(5, server(List.of()));

    assertThat(changes.worklogIds()).isEmpty();
    assertThat(changes.completeUntil()).isEqualTo(Instant.parse("2026-11-24T07:59:00Z"));
    assertThat(changes.crowded()).isEmpty();
    assertThat(asked).containsExactly(5L);
  }

  @Test
  void manyPagesAreWalkedByOwnSteps() {
    List<WorklogPage.Change> all =
        LongStream.range(0, 3_500).mapToObj(i -> new WorklogPage.Change(i, 100 + i / 2)).toList();

    assertThat(WorklogWalk.from(0, server(all)).worklogIds()).hasSize(3_500);
    assertThat(asked).hasSize(4).startsWith(0L, 599L);
  }

  @Test
  void trap31AThousandAtOneMomentAreAllFoundAndWhatComesAfterToo() {
    List<WorklogPage.Change> all = new ArrayList<>();
    LongStream.range(0, PAGE).forEach(i -> all.add(new WorklogPage.Change(i, 500)));
    all.add(new WorklogPage.Change(9_999, 501));

    WorklogChanges changes = WorklogWalk.from(500, server(all));

    assertThat(changes.worklogIds()).hasSize(1_001).contains(9_999L);
  }

  @Test
  void moreAtOneMomentThanAPageHoldsAreReportedAndEndNoWalk() {
    List<WorklogPage.Change> all = new ArrayList<>();
    all.add(new WorklogPage.Change(7_000, 400));
    LongStream.range(0, 1_500).forEach(i -> all.add(new WorklogPage.Change(i, 500)));
    all.add(new WorklogPage.Change(8_000, 600));

    WorklogChanges changes = WorklogWalk.from(400, server(all));

    assertThat(changes.worklogIds()).hasSize(1_002).contains(7_000L, 8_000L);
    assertThat(changes.crowded()).containsExactly(Instant.ofEpochMilli(500));
  }

  @Test
  void aServerThatNeverSaysLastIsBelievedWhenItHasNothingNew() {
    LongFunction<WorklogPage> server =
        since -> new WorklogPage(List.of(new WorklogPage.Change(1, 10)), false, NOW);

    assertThat(WorklogWalk.from(10, server).worklogIds()).containsExactly(1L);
    assertThat(WorklogWalk.from(0, server).worklogIds()).containsExactly(1L);
  }

  private LongFunction<WorklogPage> server(List<WorklogPage.Change> all) {
    return since -> {
      asked.add(since);
      List<WorklogPage.Change> after =
          all.stream().filter(change -> change.changedAt() >= since).toList();
      return new WorklogPage(
          after.subList(0, Math.min(PAGE, after.size())), after.size() <= PAGE, NOW);
    };
  }
}
