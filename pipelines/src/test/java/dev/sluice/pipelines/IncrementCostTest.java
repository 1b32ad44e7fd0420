package dev.sluice.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.sluice.schemas.layout.Manifest;
import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.SettableClock;
import dev.sluice.simulator.api.Edition;
import dev.sluice.simulator.site.SimIssue;
import dev.sluice.simulator.site.Site;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an increment asks of Jira: for what changed, whatever the size of the site. */
final class IncrementCostTest {

  /** All that come with issues; dimensions are loaded whole by every run. */
  private static final String TABLES =
      "tables: {exclude: [component, version, user, status, issue_type, priority, resolution,"
          + " board, sprint]}";

  private static final int MOST_REQUESTS = 15;
  private static final Duration HORIZON = Duration.ofMinutes(10);
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir Path folder;

  private final SettableClock clock = SettableClock.at(Sluice.NOW);

  @ParameterizedTest
  @EnumSource(Edition.class)
  void aHundredChangesCostFifteenRequests(Edition edition) {
    aHundredChangesOf(2_000, edition);
  }

  @Tag("proof")
  @ParameterizedTest
  @EnumSource(Edition.class)
  void aHundredChangesOfAHundredThousandIssuesCostFifteenRequests(Edition edition) {
    aHundredChangesOf(100_000, edition);
  }

  /**
   * Changes of two hours, one every half minute. The watermark of the first stays a horizon behind,
   * and the second run begins a horizon before it.
   */
  @ParameterizedTest
  @EnumSource(Edition.class)
  void theHorizonIsReadAgainAndNothingElse(Edition edition) {
    Site site = Sluice.site(600);
    try (JiraSimulator jira = start(site, edition)) {
      Sluice sluice = new Sluice(folder).configured(jira.baseUri()).adding(TABLES);
      run(sluice, jira);
      Iterator<SimIssue> quiet = site.issues().iterator();
      Duration step = Duration.ofSeconds(30);
      long anHour = HOUR.dividedBy(step);
      for (int hour = 0; hour < 2; hour++) {
        for (int change = 0; change < anHour; change++) {
          clock.advance(step);
          jira.edits().edit(quiet.next().id(), "summary", TextNode.valueOf("changed"));
        }
        run(sluice, jira);
      }

      long twice = 2 * HORIZON.dividedBy(step);
      long read = sluice.newestManifest().table("issue").rows();
      // The bounds of a range are whole minutes: at most two changes more.
      assertThat(read).isBetween(anHour + twice, anHour + twice + 2);
    }
  }

  private void aHundredChangesOf(int issues, Edition edition) {
    Site site = Sluice.site(issues);
    try (JiraSimulator jira = start(site, edition)) {
      Sluice sluice = new Sluice(folder).configured(jira.baseUri()).adding(TABLES);
      run(sluice, jira);
      clock.advance(HOUR);
      run(sluice, jira);
      for (int i = 0; i < 100; i++) {
        clock.advance(Duration.ofSeconds(20));
        // Every fiftieth has lists so long that Jira cuts them off, which costs more.
        long id = site.issues().get(i * (issues / 100) + 7).id();
        jira.edits().edit(id, "summary", TextNode.valueOf("changed"));
        jira.edits().logWork(id, Duration.ofMinutes(30), clock.instant());
      }
      clock.advance(HORIZON);

      Map<String, Long> asked = run(sluice, jira);

      Manifest increment = sluice.newestManifest();
      assertThat(increment.table("issue").rows()).isEqualTo(100);
      assertThat(asked.values().stream().mapToLong(count -> count).sum())
          .as("%s, %s issues: %s", edition, issues, asked)
          .isLessThanOrEqualTo(MOST_REQUESTS);
    }
  }

  private JiraSimulator start(Site site, Edition edition) {
    return JiraSimulator.builder()
        .site(site)
        .edition(edition)
        .credentials("a@b.c", Sluice.TOKEN)
        .clock(clock)
        .start();
  }

  /** Runs, and tells how often each place of Jira was asked. */
  private static Map<String, Long> run(Sluice sluice, JiraSimulator jira) {
    jira.requestLog().clear();
    Sluice.Result result = sluice.execute("run");
    assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
    return jira.requestLog().countsByEndpoint();
  }
}
