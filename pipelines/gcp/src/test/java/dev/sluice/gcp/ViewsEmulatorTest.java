package dev.sluice.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.bigquery.Bigquery;
import dev.sluice.schemas.view.MartColumns;
import dev.sluice.schemas.view.View;
import dev.sluice.schemas.view.Views;
import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.SettableClock;
import dev.sluice.simulator.api.Edition;
import dev.sluice.simulator.live.LiveWork;
import dev.sluice.simulator.site.MarketingSite;
import dev.sluice.transforms.local.LocalWarehouse;
import dev.sluice.transforms.store.WarehouseStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The views say the same in both dialects. */
@Tag("emulators")
final class ViewsEmulatorTest {

  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  @TempDir Path folder;

  @Test
  void everyViewAnswersAsItDoesInTheLocalWarehouse() {
    SettableClock clock = SettableClock.at(NOW);
    try (Emulators emulators = Emulators.start();
        JiraSimulator jira =
            JiraSimulator.builder()
                .site(MarketingSite.seeded(7, 250, NOW))
                .edition(Edition.CLOUD)
                .credentials(Cloud.USER, Cloud.TOKEN)
                .clock(clock)
                .start()) {
      emulators.makeDataset(emulators.transactions(), "raw");
      Cloud cloud =
          emulators
              .cloud(folder, "views", emulators.transactions())
              .configured(jira.baseUri(), "  fivetran-dataset: raw");
      run(cloud, clock);
      LiveWork people = LiveWork.seeded(5);
      for (int change = 0; change < 60; change++) {
        clock.advance(Duration.ofSeconds(40));
        people.step(jira.edits());
      }
      clock.advance(Duration.ofMinutes(20));
      run(cloud, clock);

      Path file = folder.resolve("warehouse.duckdb");
      LocalWarehouse.required().rebuild(WarehouseStore.at(cloud.root()), file, MartColumns.BY_NAME);
      Bigquery client = emulators.client(emulators.transactions());
      List<String> different = new ArrayList<>();
      List<String> empty = new ArrayList<>();
      for (View view : Views.all()) {
        String dataset = view.schema().equals(Views.MAIN) ? "views" : "raw";
        ViewAnswers here = ViewAnswers.ofDuckDb(file, view);
        ViewAnswers there = ViewAnswers.ofBigQuery(client, Emulators.PROJECT, dataset, view);
        different.addAll(there.differencesTo(here, view.name()));
        if (here.rows().isEmpty()) {
          empty.add(view.name());
        }
      }
      assertThat(different).isEmpty();
      // Jira's teams are no table, so that their view has no rows anywhere.
      assertThat(empty).containsExactly("team");
    }
  }

  private static void run(Cloud cloud, SettableClock clock) {
    Cloud.Result result = cloud.execute(clock, "run");
    assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
    assertThat(result.out()).doesNotContain("was not made");
  }
}
