package dev.sluice.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.simulator.api.Edition;
import dev.sluice.simulator.site.SimIssue;
import dev.sluice.simulator.site.Site;
import dev.sluice.transforms.jira.JiraClient;
import dev.sluice.transforms.jql.DateRange;
import dev.sluice.transforms.jql.PlanRequest;
import dev.sluice.transforms.jql.RangeField;
import dev.sluice.transforms.jql.Scope;
import dev.sluice.transforms.jql.Shard;
import dev.sluice.transforms.jql.ShardPlanner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Plans and reads short ranges around changes of the clock, for accounts and sites in strange
 * zones. Each issue was updated ten minutes, and a few milliseconds, after the one before.
 */
final class ZoneTrapsTest {

  private static final int ISSUES = 60;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "America/New_York,    Asia/Kolkata,      2026-11-01T02:00:00Z, CLOUD",
    "America/New_York,    America/New_York,  2026-03-08T03:00:00Z, DATA_CENTER",
    "Europe/Berlin,       America/New_York,  2026-10-24T20:00:00Z, DATA_CENTER",
    "Australia/Lord_Howe, Europe/Berlin,     2026-04-04T11:00:00Z, CLOUD",
    "Pacific/Kiritimati,  Etc/GMT+12,        2026-01-01T00:00:00Z, CLOUD",
    "Etc/GMT+12,          Pacific/Kiritimati,2026-12-31T20:00:00Z, DATA_CENTER",
    "Asia/Kathmandu,      Pacific/Chatham,   2026-04-04T10:00:00Z, CLOUD"
  })
  void trap2And5EveryIssueIsInOneRangeWhateverTheZonesAndTheirClocksDo(
      String accountZone, String siteZone, Instant first, Edition edition) {
    Site site = site(ZoneId.of(siteZone.strip()), ZoneId.of(accountZone), first);
    try (SimulatedJira jira = SimulatedJira.start(site, edition, folder);
        JiraClient client = JiraClient.open(jira.connection())) {
      List<Shard> shards =
          new ShardPlanner()
              .plan(
                  new PlanRequest(
                      Scope.everything(),
                      RangeField.UPDATED,
                      DateRange.since(first.minus(Duration.ofHours(1))),
                      Optional.empty(),
                      first.plus(Duration.ofDays(1)),
                      1,
                      4,
                      PlanRequest.EXACT),
                  client::count);
      List<String> read = new ArrayList<>();
      for (Shard shard : shards) {
        ShardReport report =
            new ShardReader(client, 100, 0)
                .read(shard, issue -> read.add(IssueIds.idOf(issue.json(), issue.position())));
        assertThat(report.rows()).as(shard.toString()).isEqualTo(shard.expected());
        assertThat(shard.jql()).doesNotContain("\"");
      }

      assertThat(shards).hasSizeGreaterThan(ISSUES / 4);
      assertThat(read)
          .containsExactlyInAnyOrderElementsOf(
              site.issues().stream().map(issue -> Long.toString(issue.id())).toList());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Site site(ZoneId siteZone, ZoneId accountZone, Instant first) {
    ChildrenSite children = new ChildrenSite();
    for (int i = 0; i < ISSUES; i++) {
      children.with(0, 0, 0);
    }
    Site plain = children.site();
    List<SimIssue> issues = new ArrayList<>();
    for (SimIssue issue : plain.issues()) {
      Instant updated = first.plus(Duration.ofMillis(600_007L * issues.size()));
      issues.add(issue.withUpdated(updated, siteZone));
    }
    return plain.withIssues(issues).withZones(siteZone, accountZone);
  }
}
