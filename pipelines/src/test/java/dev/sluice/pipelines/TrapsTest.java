package dev.sluice.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sluice.schemas.layout.Manifest;
import dev.sluice.schemas.layout.RunStatus;
import dev.sluice.schemas.value.Timestamps;
import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.SettableClock;
import dev.sluice.simulator.api.Edition;
import dev.sluice.simulator.live.Change;
import dev.sluice.simulator.live.LiveSite;
import dev.sluice.simulator.live.LiveWork;
import dev.sluice.simulator.site.SimIssue;
import dev.sluice.simulator.site.Site;
import dev.sluice.transforms.state.CurrentState;
import dev.sluice.transforms.store.WarehouseStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ObjLongConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Loads, and goes on loading, a Jira in which people work and clocks are wrong. The clock of the
 * loading machine stands still all the time.
 */
final class TrapsTest {

  private static final Site SITE = Sluice.site(120);
  private static final Duration A_REQUEST = Duration.ofMillis(100);

  @TempDir Path folder;

  private final SettableClock clock = SettableClock.at(Sluice.NOW);

  @ParameterizedTest
  @EnumSource(Edition.class)
  void trap6AnIssueThatNeverRestsIsReadByEveryIncrement(Edition edition) {
    long restless = SITE.issues().get(17).id();
    try (JiraSimulator jira =
        start(SITE, edition, (live, number) -> edit(live, restless, "edit " + number))) {
      Sluice sluice = new Sluice(folder).configured(jira.baseUri());
      for (int run = 0; run < 3; run++) {
        ends(sluice, "run");
        assertThat(ids(sluice, sluice.newestManifest())).containsOnlyOnce(text(restless));
        clock.advance(Duration.ofMinutes(20));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void trap7And27WhilePeopleWorkNothingIsLostOrDoubledAndNoRunIsShort(Edition edition) {
    LiveWork people =
        LiveWork.seeded(
            7,
            List.of(
                Change.Kind.EDITED,
                Change.Kind.TRANSITIONED,
                Change.Kind.WORK_LOGGED,
                Change.Kind.CREATED,
                Change.Kind.MOVED,
                Change.Kind.DELETED));
    try (JiraSimulator jira =
        start(
            Sluice.site(600),
            edition,
            (live, number) -> {
              people.step(live);
              people.step(live);
            })) {
      Sluice sluice = new Sluice(folder).configured(jira.baseUri());
      for (int run = 0; run < 3; run++) {
        ends(sluice, "run");
        assertThat(ids(sluice, sluice.newestManifest())).doesNotHaveDuplicates();
        clock.advance(Duration.ofMinutes(20));
      }
      people.stop();
      clock.advance(Duration.ofMinutes(20));
      ends(sluice, "run");
      ends(sluice, "sweep");

      assertThat(warehouse(sluice)).isEqualTo(truth(jira));
    }
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void trap8AnIndexThatIsMinutesBehindLosesNothing(Edition edition) {
    try (JiraSimulator jira = start(SITE, edition, (live, number) -> {}, "index-lag=3m")) {
      Sluice sluice = new Sluice(folder).configured(jira.baseUri());
      ends(sluice, "run");
      for (int step = 0; step < 8; step++) {
        edit(jira.edits(), SITE.issues().get(step).id(), "step " + step);
        edit(jira.edits(), SITE.issues().get(50).id(), "again " + step);
        clock.advance(Duration.ofMinutes(1));
        edit(jira.edits(), SITE.issues().get(60 + step).id(), "and " + step);
        clock.advance(Duration.ofMinutes(3));
        ends(sluice, "run");
        assertThat(ids(sluice, sluice.newestManifest())).doesNotHaveDuplicates();
      }
      clock.advance(Duration.ofMinutes(4));
      ends(sluice, "run");

      assertThat(warehouse(sluice)).isEqualTo(truth(jira));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "CLOUD,clock-skew=5h", "DATA_CENTER,clock-skew=-5h",
    "CLOUD,date-skew=-2h", "DATA_CENTER,date-skew=2h"
  })
  void trap9ClocksThatAreHoursApartMoveTheWatermarkByTheServersOnly(Edition edition, String fault) {
    try (JiraSimulator jira = start(SITE, edition, (live, number) -> {}, fault)) {
      Sluice sluice = new Sluice(folder).configured(jira.baseUri());
      ends(sluice, "run");
      Instant serverNow = stamp(jira, edit(jira.edits(), SITE.issues().get(3).id(), "late"));

      assertThat(sluice.newestManifest().watermark())
          .isBetween(
              serverNow.minus(Duration.ofMinutes(12)), serverNow.minus(Duration.ofMinutes(10)));

      clock.advance(Duration.ofMinutes(15));
      edit(jira.edits(), SITE.issues().get(5).id(), "later");
      ends(sluice, "run");
      assertThat(warehouse(sluice)).isEqualTo(truth(jira));
    }
  }

  @Test
  void trap13OneHiddenIssueMakesTheRunPartialNamesItsShardAndKeepsTheOthers() {
    Site site = Sluice.site(2_000);
    try (JiraSimulator jira =
        start(site, Edition.DATA_CENTER, (live, number) -> {}, "hidden-issues=2000")) {
      Sluice sluice = new Sluice(folder).configured(jira.baseUri());

      Sluice.Result result = sluice.execute("run");

      assertThat(result.exitCode()).isEqualTo(65);
      assertThat(result.err()).contains("not what Jira counts: shard s000");
      assertThat(sluice.warehouse().resolve("_sluice/state.json")).doesNotExist();
      Manifest manifest = sluice.newestManifest();
      assertThat(manifest.status()).isEqualTo(RunStatus.PARTIAL);
      assertThat(ids(sluice, manifest)).hasSize(1_999);
      assertThat(sluice.rows(manifest, "_shard"))
          .filteredOn(shard -> shard.get("jql") != null)
          .extracting(shard -> shard.get("status").toString())
          .containsExactlyInAnyOrder("complete", "mismatch");
      assertThat(sluice.rows(manifest, "_shard"))
          .filteredOn(shard -> shard.get("status").toString().equals("mismatch"))
          .singleElement()
          .satisfies(
              shard -> assertThat(shard.get("error_message").toString()).contains("and lists"));
    }
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void trap27And28AnIssueThatMovesWhileItIsReadIsOneRowWithItsNewKeyInTheEnd(Edition edition) {
    SimIssue wanderer = alone(20);
    String away = otherProject(wanderer);
    try (JiraSimulator jira =
        start(
            SITE,
            edition,
            (live, number) -> {
              if (number == 8) {
                live.move(wanderer.id(), away);
              }
            })) {
      Sluice sluice = new Sluice(folder).configured(jira.baseUri());
      ends(sluice, "run");
      assertThat(ids(sluice, sluice.newestManifest())).containsOnlyOnce(text(wanderer.id()));

      clock.advance(Duration.ofMinutes(20));
      ends(sluice, "run");
      assertThat(warehouse(sluice)).isEqualTo(truth(jira));
      assertThat(warehouse(sluice).get(text(wanderer.id()))).startsWith(away + "-");
    }
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void trap29And30WhatIsDeletedOrArchivedWhileItIsReadFailsNothingAndIsToldApart(Edition edition) {
    SimIssue deleted = alone(30);
    SimIssue archived = alone(40);
    try (JiraSimulator jira =
        start(
            SITE,
            edition,
            (live, number) -> {
              if (number == 8) {
                live.delete(deleted.id());
                live.archive(archived.id());
              }
            })) {
      Sluice sluice = new Sluice(folder).configured(jira.baseUri());
      ends(sluice, "run");
      // Whether the load still met them or not: nobody else is touched.
      assertThat(ids(sluice, sluice.newestManifest())).hasSizeBetween(118, 120);
      clock.advance(Duration.ofMinutes(20));
      ends(sluice, "run");
      ends(sluice, "sweep");

      assertThat(warehouse(sluice)).isEqualTo(truth(jira)).hasSize(118);
    }
  }

  @Test
  void trap32ARenamedStatusIsReadThoughNoIssueChanged() {
    try (JiraSimulator jira = start(SITE, Edition.CLOUD, (live, number) -> {})) {
      ends(new Sluice(folder).configured(jira.baseUri()), "run");
    }
    List<ObjectNode> renamed = SITE.statuses().stream().map(ObjectNode::deepCopy).toList();
    renamed.forEach(status -> status.put("name", "Now " + status.path("name").asText()));
    clock.advance(Duration.ofHours(1));
    try (JiraSimulator jira = start(with(SITE.users(), renamed), Edition.CLOUD, (l, n) -> {})) {
      Sluice sluice = new Sluice(folder).configured(jira.baseUri());
      ends(sluice, "run");

      assertThat(sluice.rows(sluice.newestManifest(), "status"))
          .hasSize(renamed.size())
          .allSatisfy(row -> assertThat(row.get("name").toString()).startsWith("Now "));
    }
  }

  @Test
  void trap33PeopleWithoutAnAddressOrAnAccountLand() {
    List<ObjectNode> people = new ArrayList<>();
    for (ObjectNode user : SITE.users()) {
      ObjectNode changed = user.deepCopy();
      switch (people.size() % 3) {
        case 0 -> changed.remove("emailAddress");
        case 1 -> changed.putNull("emailAddress");
        default -> changed.put("emailAddress", "");
      }
      people.add(changed);
    }
    people.get(0).put("accountId", "unknown").put("displayName", "Former user");
    try (JiraSimulator jira = start(with(people, SITE.statuses()), Edition.CLOUD, (l, n) -> {})) {
      Sluice sluice = new Sluice(folder).configured(jira.baseUri());
      ends(sluice, "run");

      assertThat(sluice.rows(sluice.newestManifest(), "user"))
          .extracting(row -> row.get("id").toString())
          .contains("unknown")
          .doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void trap66StampsInTheFutureAreReadByEveryIncrementAndHoldNobodyUp(Edition edition) {
    try (JiraSimulator jira = start(SITE, edition, (live, number) -> {}, "future-stamps=10%")) {
      Sluice sluice = new Sluice(folder).configured(jira.baseUri());
      ends(sluice, "run");
      clock.advance(Duration.ofMinutes(20));
      edit(jira.edits(), SITE.issues().get(3).id(), "now");
      Instant before = Objects.requireNonNull(sluice.newestManifest().watermark());
      ends(sluice, "run");

      assertThat(sluice.newestManifest().watermark())
          .isEqualTo(before.plus(Duration.ofMinutes(20)));
      assertThat(ids(sluice, sluice.newestManifest()))
          .contains(text(SITE.issues().get(3).id()))
          .hasSizeGreaterThan(5)
          .doesNotHaveDuplicates();
      assertThat(warehouse(sluice)).isEqualTo(truth(jira));
    }
  }

  private JiraSimulator start(
      Site site, Edition edition, ObjLongConsumer<LiveSite> meanwhile, String... faults) {
    return JiraSimulator.builder()
        .site(site)
        .edition(edition)
        .credentials("a@b.c", Sluice.TOKEN)
        .clock(clock)
        .faults(List.of(faults))
        .onRequest(number -> clock.advance(A_REQUEST))
        .onRequest(meanwhile)
        .start();
  }

  private static void ends(Sluice sluice, String verb) {
    Sluice.Result result = sluice.execute(verb);
    assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
  }

  private static long edit(LiveSite live, long issue, String summary) {
    live.edit(issue, "summary", TextNode.valueOf(summary));
    return issue;
  }

  private static List<String> ids(Sluice sluice, Manifest manifest) {
    return sluice.rows(manifest, "issue").stream().map(row -> row.get("id").toString()).toList();
  }

  /** Key and time of the last change of every issue, by id. */
  private static Map<String, String> warehouse(Sluice sluice) {
    Map<String, String> found = new TreeMap<>();
    CurrentState.of(WarehouseStore.at(sluice.warehouse().toString()))
        .rows(
            "issue",
            row -> {
              Instant updated = Instant.EPOCH.plus((long) row.get("updated"), ChronoUnit.MICROS);
              found.put(row.get("id").toString(), row.get("key") + " " + updated);
            });
    return found;
  }

  private static Map<String, String> truth(JiraSimulator jira) {
    Map<String, String> truth = new TreeMap<>();
    jira.truth()
        .forEach(
            issue ->
                truth.put(
                    issue.path("id").asText(), issue.path("key").asText() + " " + stamp(issue)));
    return truth;
  }

  private static Instant stamp(JiraSimulator jira, long issue) {
    return stamp(jira.truth(issue).orElseThrow());
  }

  private static Instant stamp(ObjectNode issue) {
    return Timestamps.parse(issue.path("fields").path("updated").asText()).orElseThrow();
  }

  private static String text(long id) {
    return Long.toString(id);
  }

  /** An issue, not before this one, that takes no other with it. */
  private static SimIssue alone(int from) {
    return SITE.issues().stream()
        .skip(from)
        .filter(
            issue ->
                SITE.issues().stream()
                    .noneMatch(
                        other ->
                            other
                                .json()
                                .path("fields")
                                .path("parent")
                                .path("id")
                                .asText()
                                .equals(text(issue.id()))))
        .findFirst()
        .orElseThrow();
  }

  private static String otherProject(SimIssue issue) {
    return SITE.projects().stream()
        .map(project -> project.path("key").asText())
        .filter(key -> !issue.key().startsWith(key + "-"))
        .findFirst()
        .orElseThrow();
  }

  private static Site with(List<ObjectNode> users, List<ObjectNode> statuses) {
    return SITE.withUsers(users).withStatuses(statuses);
  }
}
