package dev.sluice.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schemas.layout.Manifest;
import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.SettableClock;
import dev.sluice.simulator.api.Edition;
import dev.sluice.simulator.live.LiveWork;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * People work in Jira while it is loaded: 25 changes a second at ten requests a second. When they
 * have stopped, one increment and one sweep must bring the warehouse to what Jira holds.
 */
final class LivingSiteTest {

  private static final double CHANGES_PER_REQUEST = 2.5;
  private static final Duration PER_REQUEST = Duration.ofMillis(100);

  @TempDir Path folder;

  @Test
  void afterTheLastChangeTheTablesEqualTheTruth() {
    for (Edition edition : Edition.values()) {
      loadWhileTheyWork(edition, 1, 400, 3);
    }
  }

  @Tag("proof")
  @Test
  void twentySitesThatAreBusyWhileTheyAreLoaded() {
    for (int seed = 1; seed <= 20; seed++) {
      loadWhileTheyWork(seed % 2 == 0 ? Edition.CLOUD : Edition.DATA_CENTER, seed, 6_000, 4);
    }
  }

  private void loadWhileTheyWork(Edition edition, int seed, int issues, int increments) {
    SettableClock clock = SettableClock.at(Sluice.NOW);
    LiveWork people = LiveWork.seeded(seed);
    try (JiraSimulator jira =
        JiraSimulator.builder()
            .site(Sluice.site(issues))
            .edition(edition)
            .credentials("a@b.c", Sluice.TOKEN)
            .clock(clock)
            .onRequest(number -> clock.advance(PER_REQUEST))
            .live(people, CHANGES_PER_REQUEST)
            .start()) {
      Sluice sluice = new Sluice(folder.resolve(edition + "-" + seed)).configured(jira.baseUri());
      run(sluice, "run");
      for (int increment = 0; increment < increments; increment++) {
        clock.advance(Duration.ofMinutes(20));
        run(sluice, "run");
      }
      people.stop();
      clock.advance(Duration.ofMinutes(20));
      run(sluice, "run");
      run(sluice, "sweep", "--thorough");

      Sluice fresh = new Sluice(folder.resolve("fresh-" + edition + "-" + seed));
      run(fresh.configured(jira.baseUri()), "run");
      String story = edition + ", seed " + seed + ", " + people.done().size() + " changes";
      assertThat(people.done()).hasSizeGreaterThan(100);
      assertThat(CurrentContent.of(sluice).differencesTo(CurrentContent.of(fresh)))
          .as(story)
          .isEmpty();
      sluice.manifests().forEach(manifest -> hasNoDuplicate(sluice, manifest));
    }
  }

  private void run(Sluice sluice, String... verb) {
    Sluice.Result result = sluice.execute(verb);
    // While people work a run may be partial: it says so, and the next one makes it good.
    assertThat(result.exitCode()).as(result.out() + result.err()).isIn(0, 65);
  }

  /** One row an issue in every run, however it moved while the run read. */
  private static void hasNoDuplicate(Sluice sluice, Manifest manifest) {
    Map<String, List<String>> shards = new TreeMap<>();
    sluice
        .rows(manifest, "issue")
        .forEach(
            row ->
                shards
                    .computeIfAbsent(row.get("id").toString(), id -> new ArrayList<>())
                    .add(row.get("_shard_id") + " read " + row.get("_read_at")));
    assertThat(shards.values())
        .as(manifest.runId() + " reads " + manifest.interval())
        .allSatisfy(of -> assertThat(of).hasSize(1));
  }
}
