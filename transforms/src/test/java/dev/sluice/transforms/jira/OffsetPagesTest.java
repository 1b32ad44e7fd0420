package dev.sluice.transforms.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OffsetPagesTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 99, 100, 101, 102, 1_000, 1_001, 1_002, 2_500})
  void aWalkThatNobodyDisturbsNeedsNoPageForItsOverlap(int count) {
    MovingRows jira = new MovingRows(count);

    assertThat(jira.walk(100)).isEqualTo(IntStream.range(0, count).boxed().toList());
    assertThat(jira.requests()).isLessThanOrEqualTo(Math.max(1, (count + 99) / 100));
    assertThat(jira.sizes()).containsOnly(101);
  }

  @Test
  void trap7RowsThatLeaveBetweenTwoPagesHideNoNeighbour() {
    MovingRows jira =
        new MovingRows(1_000)
            .meanwhile(
                moving -> {
                  if (moving.requests() == 3) {
                    IntStream.of(5, 50, 250).forEach(moving::remove);
                  }
                });

    assertThat(jira.walk(100))
        .containsExactlyElementsOf(IntStream.range(0, 1_000).boxed().toList());
    assertThat(jira.requests()).as("one page again, and one for the overlap").isEqualTo(12);
  }

  @Test
  void trap7ManyRowsThatLeaveAtOnceAreStillOnlyAFewPages() {
    MovingRows jira =
        new MovingRows(2_000)
            .meanwhile(
                moving -> {
                  if (moving.requests() == 10) {
                    IntStream.range(100, 700).forEach(moving::remove);
                  }
                });

    assertThat(jira.walk(100))
        .contains(IntStream.range(700, 2_000).boxed().toArray(Integer[]::new));
    assertThat(jira.requests()).isLessThanOrEqualTo(20 + 7);
  }

  @Test
  void trap7AShardThatShrinksBelowTheNextPageIsNotTakenForRead() {
    MovingRows jira =
        new MovingRows(150)
            .meanwhile(
                moving -> {
                  if (moving.requests() == 1) {
                    IntStream.range(0, 60).forEach(moving::remove);
                  }
                });

    assertThat(jira.walk(100)).hasSize(150);
  }

  @Test
  void trap7ARowThatWasCarriedToTheEndIsNoFooting() {
    MovingRows jira =
        new MovingRows(150)
            .meanwhile(
                moving -> {
                  if (moving.requests() == 1) {
                    // Where the next page begins stands the same row as before, by chance.
                    moving.edit(100);
                    IntStream.range(0, 49).forEach(moving::edit);
                  }
                });

    assertThat(jira.walk(100)).hasSize(150);
    assertThat(jira.ids().get(100)).isEqualTo(100);
  }

  @Test
  void trap19RowsThatEnterMakeTheTotalGrowAndNothingComesTwice() {
    MovingRows jira =
        new MovingRows(300)
            .meanwhile(
                moving -> {
                  int next = 1_000 + moving.requests();
                  moving.put(new MovingRows.Row(next, 10));
                  moving.put(new MovingRows.Row(next + 100, 5_000 + next));
                });

    List<Integer> ids = jira.walk(100);

    assertThat(ids).doesNotHaveDuplicates();
    assertThat(ids).contains(IntStream.range(0, 300).boxed().toArray(Integer[]::new));
    assertThat(ids).as("rows that enter ahead are read too").contains(1_101, 1_102);
  }

  @Test
  void trap18APageSizeThatIsLoweredSilentlyCostsPagesButNoRows() {
    MovingRows jira = new MovingRows(1_000).serving(40);

    assertThat(jira.walk(1_000)).isEqualTo(IntStream.range(0, 1_000).boxed().toList());
    assertThat(jira.requests()).isEqualTo(26);
  }

  @Test
  void trap18AServerThatGivesOneRowAtATimeStillGetsToTheEnd() {
    MovingRows jira = new MovingRows(30).serving(1);

    assertThat(jira.walk(100)).isEqualTo(IntStream.range(0, 30).boxed().toList());
    assertThat(jira.requests()).isEqualTo(30);
  }

  @Test
  void trap20BeyondTheWindowTheWalkSaysThatTheRestNeedsAQueryOfItsOwn() {
    MovingRows jira = new MovingRows(1_500).showing(1_000);

    assertThatThrownBy(() -> jira.walk(100))
        .isInstanceOfSatisfying(
            JiraException.WindowExceeded.class,
            e -> assertThat(e).hasMessageContaining("beyond row 900"));
  }

  @Test
  void trap20WhatEndsWithinTheWindowIsNeverAskedForBeyondIt() {
    MovingRows jira = new MovingRows(9_999).serving(1_000).showing(10_000);

    assertThat(jira.walk(1_000)).hasSize(9_999);
    assertThat(jira.requests()).isEqualTo(11);
  }

  @Test
  void trap20AQueryThatIsRefusedAtOnceIsWrongAndNotTooLong() {
    MovingRows jira = new MovingRows(1_500).showing(50);

    assertThatThrownBy(() -> jira.walk(100)).isInstanceOf(JiraException.Refused.class);
  }

  @Test
  void trap21TiesThatChangePlacesHideNothingAndComeOnce() {
    Random random = new Random(21);
    MovingRows jira = new MovingRows(0);
    IntStream.range(0, 400).forEach(id -> jira.put(new MovingRows.Row(id, random.nextInt(4))));
    List<Integer> all = jira.ids();
    // Two nodes of a cluster that break ties differently take turns.
    jira.meanwhile(moving -> moving.reverseTies(moving.requests() % 2 == 1));

    List<Integer> ids = jira.walk(50);

    assertThat(ids).doesNotHaveDuplicates();
    assertThat(all).containsAll(ids);
    assertThat(jira.requests()).as("it ends, and soon").isLessThan(130);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void trap7WhoeverStaysWhereItIsIsReadOnceWhateverTheOthersDo(int seed) {
    Random random = new Random(seed);
    int count = 500 + random.nextInt(3_000);
    boolean open = random.nextBoolean();
    int most = 1 + random.nextInt(8);
    Set<Integer> touched = new HashSet<>();
    MovingRows jira =
        new MovingRows(count)
            .meanwhile(
                moving -> {
                  for (int i = random.nextInt(most); i >= 0; i--) {
                    int id = random.nextInt(count);
                    touched.add(id);
                    if (!moving.has(id)) {
                      moving.put(new MovingRows.Row(id, id));
                    } else if (open && random.nextInt(4) > 0) {
                      moving.edit(id);
                    } else {
                      moving.remove(id);
                    }
                  }
                });

    List<Integer> ids = jira.walk(100);

    assertThat(ids).doesNotHaveDuplicates();
    assertThat(ids)
        .contains(
            IntStream.range(0, count)
                .filter(id -> !touched.contains(id))
                .boxed()
                .toArray(Integer[]::new));
    assertThat(jira.requests()).isLessThan(count / 100 * 2 + 10);
  }
}
