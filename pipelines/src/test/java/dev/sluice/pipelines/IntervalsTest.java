package dev.sluice.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schemas.layout.Manifest;
import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.SettableClock;
import dev.sluice.simulator.api.Edition;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Time split into any intervals, loaded in any order and repeatedly, gives the same tables. */
final class IntervalsTest {

  private static final Instant YEAR_FROM = Instant.parse("2025-11-24T00:00:00Z");
  private static final Instant YEAR_TO = Instant.parse("2026-11-24T00:00:00Z");
  private static final String TABLES =
      "tables: {include: [issue, issue_field_history, issue_status_interval, comment, worklog,"
          + " issue_link, project, field]}";

  @TempDir Path folder;

  @Test
  void threeWaysToSplitAYearGiveTheTablesOfOneRun() {
    splitAYear(3);
  }

  @Tag("proof")
  @Test
  void twoHundredWaysToSplitAYearGiveTheTablesOfOneRun() {
    splitAYear(200);
  }

  @Test
  void hoursAroundAChangeOfTheClocksAreLoadedOnce() {
    aroundTheChangesOf(List.of("Europe/Berlin"));
  }

  @Tag("proof")
  @Test
  void hoursAroundTheChangesOfFortyZonesAreLoadedOnce() {
    List<String> zones =
        ZoneId.getAvailableZoneIds().stream()
            .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/"))
            .filter(zone -> changesOf(zone).count() == 2)
            .sorted()
            .toList();
    List<String> spread = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      spread.add(zones.get(i * zones.size() / 40));
    }
    aroundTheChangesOf(spread);
  }

  private void splitAYear(int ways) {
    Random random = new Random(200);
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, Sluice.site(60))) {
      Sluice whole = sluice(jira, "whole");
      load(whole, YEAR_FROM, YEAR_TO);
      CurrentContent truth = CurrentContent.of(whole);
      assertThat(truth.tables().get("issue")).hasSizeGreaterThan(10);
      for (int way = 0; way < ways; way++) {
        Sluice split = sluice(jira, "split-" + way);
        List<Instant> cuts = cuts(random);
        List<Integer> order = order(cuts.size() - 1, random);
        order.forEach(piece -> load(split, cuts.get(piece), cuts.get(piece + 1)));
        assertThat(CurrentContent.of(split).differencesTo(truth))
            .as("cuts " + cuts + ", order " + order)
            .isEmpty();
      }
    }
  }

  private static List<Instant> cuts(Random random) {
    List<Instant> cuts = new ArrayList<>(List.of(YEAR_FROM, YEAR_TO));
    long minutes = Duration.between(YEAR_FROM, YEAR_TO).toMinutes();
    int pieces = 1 + random.nextInt(6);
    for (int i = 1; i < pieces; i++) {
      cuts.add(YEAR_FROM.plus(Duration.ofMinutes(random.nextLong(minutes))));
    }
    Collections.sort(cuts);
    return cuts;
  }

  /** Every piece once in a random order, and some once more. */
  private static List<Integer> order(int pieces, Random random) {
    List<Integer> order = new ArrayList<>();
    for (int piece = 0; piece < pieces; piece++) {
      order.add(piece);
      if (random.nextInt(4) == 0) {
        order.add(piece);
      }
    }
    Collections.shuffle(order, random);
    return order;
  }

  private void aroundTheChangesOf(List<String> zones) {
    for (String zone : zones) {
      for (Instant change : changesOf(zone).toList()) {
        for (Edition edition : Edition.values()) {
          aroundAChange(ZoneId.of(zone), change, edition);
        }
      }
    }
  }

  /** The changes of the clocks in 2025, outside of which a year has none. */
  private static Stream<Instant> changesOf(String zone) {
    Instant end = Instant.parse("2026-01-01T00:00:00Z");
    return Stream.iterate(
            Instant.parse("2025-01-01T00:00:00Z"),
            from -> from.isBefore(end),
            from -> {
              ZoneOffsetTransition next = ZoneId.of(zone).getRules().nextTransition(from);
              return next == null ? end : next.getInstant();
            })
        .skip(1);
  }

  /** An issue every ten minutes from two hours before to two hours after, loaded hour by hour. */
  private void aroundAChange(ZoneId zone, Instant change, Edition edition) {
    Instant from = change.minus(Duration.ofHours(2));
    SettableClock clock = SettableClock.at(from);
    String story = zone + " at " + change + ", " + edition;
    try (JiraSimulator jira =
        JiraSimulator.builder()
            .site(Sluice.site(10).withZones(zone, zone))
            .edition(edition)
            .credentials("a@b.c", Sluice.TOKEN)
            .clock(clock)
            .start()) {
      List<String> created = new ArrayList<>();
      for (int i = 0; i < 24; i++) {
        created.add(Long.toString(jira.edits().create("MKTG", "Number " + i).issue()));
        clock.advance(Duration.ofMinutes(10));
      }
      clock.advance(Duration.ofHours(1));
      Sluice sluice = sluice(jira, story.replaceAll("[^A-Za-z0-9]", "-"));
      for (int hour = 0; hour < 4; hour++) {
        Instant begin = from.plus(Duration.ofHours(hour));
        load(sluice, begin, begin.plus(Duration.ofHours(1)));
      }
      Map<String, Integer> times = new TreeMap<>();
      for (Manifest manifest : sluice.manifests()) {
        sluice
            .rows(manifest, "issue")
            .forEach(row -> times.merge(row.get("id").toString(), 1, Integer::sum));
      }
      assertThat(times.keySet()).as(story).containsExactlyInAnyOrderElementsOf(created);
      assertThat(times.values()).as(story).containsOnly(1);
    }
  }

  private Sluice sluice(JiraSimulator jira, String name) {
    return new Sluice(folder.resolve(name)).configured(jira.baseUri()).adding(TABLES);
  }

  private static void load(Sluice sluice, Instant from, Instant to) {
    Sluice.Result result = sluice.execute("run", "--from=" + from, "--to=" + to);
    assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
  }
}
