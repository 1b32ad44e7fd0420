package dev.sluice.transforms.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.transforms.jira.Edition;
import dev.sluice.transforms.jql.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CensusWalkTest {

  private static final int ISSUES = 25_000;

  private final FakeJira jira = new FakeJira();

  CensusWalkTest() {
    for (int id = 1; id <= ISSUES; id++) {
      jira.issue(id, "MKT-" + id, Instant.EPOCH);
    }
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void everyIdIsListedOnce(Edition edition) {
    Census census = take(edition, 0);

    assertThat(census.ids().stream()).containsExactlyElementsOf(all());
    assertThat(census.expected()).isEqualTo(ISSUES);
    assertThat(census.received()).isEqualTo(ISSUES);
    assertThat(census.jql()).isEqualTo("created >= 0");
  }

  @Test
  void cloudIsWalkedAtOnce() {
    take(Edition.CLOUD, 0);

    assertThat(jira.requests())
        .containsExactly("count created >= 0", "ids created >= 0 ORDER BY created ASC, key ASC");
  }

  @Test
  void dataCenterIsWalkedInRangesItCanPageThrough() {
    take(Edition.DATA_CENTER, 0);

    List<String> walks =
        jira.requests().stream().filter(request -> request.startsWith("ids ")).toList();
    assertThat(walks).hasSizeBetween(3, 6);
    assertThat(walks.get(0)).matches("ids created >= 0 AND created < \\d+ ORDER BY .*");
    assertThat(walks.get(walks.size() - 1)).matches("ids created >= \\d+ ORDER BY .*");
  }

  @Test
  void trap13AWalkThatEndsEarlyIsTakenAgainInRanges() {
    jira.walking(ids -> ids.subList(0, Math.min(ids.size(), 10_000)));

    assertThat(take(Edition.CLOUD, 0.001).ids().stream()).containsExactlyElementsOf(all());
  }

  @Test
  void idsThatOnlyEveryOtherWalkGivesAreAllThereInTheEnd() {
    int[] walks = {0};
    jira.walking(
        ids -> {
          boolean even = walks[0]++ % 2 == 0;
          return ids.stream().filter(id -> (id % 2 == 0) == even).toList();
        });

    assertThat(take(Edition.DATA_CENTER, 0).ids().stream()).containsExactlyElementsOf(all());
  }

  @Test
  void repeatsAreCountedOnce() {
    jira.walking(
        ids -> {
          List<Long> twice = new ArrayList<>(ids);
          twice.addAll(ids);
          Collections.shuffle(twice, new Random(1));
          return twice;
        });

    Census census = take(Edition.CLOUD, 0);
    assertThat(census.ids().size()).isEqualTo(ISSUES);
    assertThat(census.received()).isEqualTo(2 * ISSUES);
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void oneIdThatNeverComesMakesTheCensusUnfit(Edition edition) {
    jira.walking(ids -> ids.stream().filter(id -> id != 12_345).toList());

    assertThatThrownBy(() -> take(edition, 0))
        .isInstanceOf(SuspiciousCensusException.class)
        .hasMessageContaining("asked 3 times");
  }

  @Test
  void whatJiraOnlyEstimatesMayBeOffByTheTolerance() {
    jira.walking(ids -> ids.stream().filter(id -> id > 20).toList());

    assertThat(take(Edition.CLOUD, 0.001).ids().size()).isEqualTo(ISSUES - 20);
  }

  @Test
  void whatVanishesWhileItIsCountedIsNotMissing() {
    jira.walking(
        ids -> {
          jira.unlisted(5).unlisted(6);
          return ids.stream().filter(id -> id != 5 && id != 6).toList();
        });

    assertThat(take(Edition.DATA_CENTER, 0).ids().size()).isEqualTo(ISSUES - 2);
  }

  private Census take(Edition edition, double tolerance) {
    return new CensusWalk(
            jira,
            new SweepRequest(
                Scope.everything(),
                edition,
                0.05,
                tolerance,
                Instant.ofEpochSecond(60L * ISSUES),
                Optional.empty()),
            Scope.everything())
        .take();
  }

  private static List<Long> all() {
    return LongStream.rangeClosed(1, ISSUES).boxed().toList();
  }
}
