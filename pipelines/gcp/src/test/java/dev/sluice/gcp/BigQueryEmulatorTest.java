package dev.sluice.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.SettableClock;
import dev.sluice.simulator.api.Edition;
import dev.sluice.simulator.live.LiveWork;
import dev.sluice.simulator.site.MarketingSite;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole way into BigQuery, against what stands in for it. */
@Tag("emulators")
final class BigQueryEmulatorTest {

  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  private static Emulators emulators;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    emulators = Emulators.start();
  }

  @AfterAll
  static void stop() {
    emulators.close();
  }

  @Test
  void afterEveryIncrementTheTablesShowWhatTheFilesSay() {
    SettableClock clock = SettableClock.at(NOW);
    LiveWork people = LiveWork.seeded(5);
    try (JiraSimulator jira = jira(clock, 120)) {
      Cloud cloud =
          emulators
              .cloud(folder, "increments", emulators.transactions())
              .configured(jira.baseUri());
      assertSame(cloud, clock, "run");
      for (int increment = 1; increment <= 20; increment++) {
        for (int change = 0; change < 12; change++) {
          clock.advance(Duration.ofSeconds(40));
          people.step(jira.edits());
        }
        clock.advance(Duration.ofMinutes(20));
        if (increment == 10) {
          // A field gets another column: the new one is added, the old one empties as issues
          // change.
          cloud.configured(jira.baseUri(), "fields: {columns: {customfield_10042: renamed}}");
        }
        assertSame(cloud, clock, increment % 4 == 0 ? "sweep" : "run");
      }
      assertThat(tables("increments").rows("issue"))
          .anyMatch(row -> row.contains("|campaign_budget="))
          .anyMatch(row -> row.contains("|renamed="));
    }
  }

  @ParameterizedTest
  @EnumSource(Refusing.Moment.class)
  void whereverARunIsCutOffTheTablesAreWholeAndTheNextOneEndsIt(Refusing.Moment moment) {
    SettableClock clock = SettableClock.at(NOW);
    LiveWork people = LiveWork.seeded(9);
    String name = moment.name().toLowerCase(Locale.ROOT);
    try (JiraSimulator jira = jira(clock, 40);
        Loopback refusing = Loopback.serving(new Refusing(moment, emulators.transactions()))) {
      Cloud cloud =
          emulators.cloud(folder, name, emulators.transactions()).configured(jira.baseUri());
      assertSame(cloud, clock, "run");
      Content before = tables(name);
      for (int change = 0; change < 20; change++) {
        clock.advance(Duration.ofMinutes(1));
        people.step(jira.edits());
      }
      clock.advance(Duration.ofMinutes(20));

      Cloud.Result cut = cloud.with(emulators.options(refusing.address())).execute(clock, "run");

      assertThat(cut.exitCode()).as(cut.out() + cut.err()).isEqualTo(77);
      Content between = tables(name);
      if (moment.compareTo(Refusing.Moment.AFTER_THE_TRANSACTION) < 0) {
        assertThat(between).isEqualTo(before);
      }
      assertThat(between.size("issue")).isPositive();

      cloud.with(emulators.options(emulators.transactions()));
      assertSame(cloud, clock, "run");
      assertThat(tables(name)).isNotEqualTo(before);
    }
  }

  private static void assertSame(Cloud cloud, SettableClock clock, String verb) {
    Cloud.Result result = cloud.execute(clock, verb);
    assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
    assertThat(result.out()).doesNotContain("was not made");
    Content files = Content.ofFiles(cloud.root());
    assertThat(files.size("issue")).isPositive();
    assertThat(tables(cloud.dataset()).differencesTo(files)).as(result.out()).isEmpty();
  }

  private static Content tables(String dataset) {
    return Content.ofDataset(
        emulators.client(emulators.transactions()), Emulators.PROJECT, dataset);
  }

  private static JiraSimulator jira(SettableClock clock, int issues) {
    return JiraSimulator.builder()
        .site(MarketingSite.seeded(7, issues, NOW))
        .edition(Edition.CLOUD)
        .credentials(Cloud.USER, Cloud.TOKEN)
        .clock(clock)
        .start();
  }
}
