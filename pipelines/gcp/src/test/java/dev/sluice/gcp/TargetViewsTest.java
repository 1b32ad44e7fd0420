package dev.sluice.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.pipelines.config.BigQueryConfig;
import dev.sluice.pipelines.config.DatasetViews;
import dev.sluice.schemas.mart.MartChoices;
import dev.sluice.schemas.view.MartColumns;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which views a run makes, and of what. */
final class TargetViewsTest {

  private final Published published = new Published();

  @AfterEach
  void close() {
    published.close();
  }

  @Test
  void aViewIsMadeAnewOnlyWhenItReadsOtherwise() {
    BigQueryConfig target = Published.with(new DatasetViews(MartChoices.NONE, "raw"));
    assertThat(published.publish(target)).isEmpty();
    assertThat(views()).contains("jira.campaign_day", "raw.issue").hasSize(26);

    published.publish(target);
    assertThat(views()).hasSize(26);

    published.publish(target, MartColumns.configured(List.of("Launch"), none(), none(), none()));
    assertThat(views()).hasSize(27).last().isEqualTo("jira.issue_campaign");
  }

  @Test
  void aViewIsDescribedAndLabelledAndReadsTheTablesOfTheDataset() {
    published.publish(Published.with(new DatasetViews(MartChoices.NONE, "raw")));

    assertThat(published.jobs().stream().map(Published::sql))
        .anySatisfy(
            sql ->
                assertThat(sql)
                    .startsWith(
                        "CREATE OR REPLACE VIEW `acme-data.raw.priority`\nOPTIONS (labels ="
                            + " [('sluice_text', '")
                    .contains(
                        "'), ('team', 'data')], description = 'The priorities under the names")
                    .contains("\\nA row for each priority.')\nAS\nSELECT")
                    .endsWith("FROM `acme-data.jira.priority`"));
  }

  @Test
  void whatIsNoViewIsLeftAloneAndAViewThatIsRefusedIsTold() {
    published
        .fake
        .with("jira", "cycle_time", "{\"type\": \"TABLE\"}")
        .failing(
            job ->
                Published.sql(job).contains("jira.time_in_status`\n")
                    ? "invalidQuery: no such thing"
                    : "");

    assertThat(published.publish(Published.with(new DatasetViews(MartChoices.NONE, null))))
        .containsExactly(
            "view time_in_status was not made: BigQuery cannot make the view time_in_status:"
                + " no such thing",
            "view cycle_time was not made: jira has a table of this name");
    assertThat(views()).contains("jira.campaign_day").doesNotContain("jira.cycle_time");
  }

  @Test
  void tablesThatNoRunWritesStandThereForTheViews() {
    published.publish(Published.with(new DatasetViews(MartChoices.NONE, null)));

    assertThat(published.bodies("POST", "/tables"))
        .extracting(table -> table.at("/tableReference/tableId").asText())
        .contains("worklog", "sprint", "_tombstone");
  }

  @Test
  void withoutViewsOnlyTheTablesOfTheRunAreMade() {
    published.publish(Published.TARGET);

    assertThat(
            published.bodies("POST", "/tables").stream()
                .map(it -> it.at("/tableReference/tableId").asText()))
        .filteredOn(name -> !name.startsWith("_sluice"))
        .containsExactlyInAnyOrderElementsOf(Published.WRITTEN);
    assertThat(views()).isEmpty();
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  /** Views that were made, each as often as it was. */
  private List<String> views() {
    return published.jobs().stream()
        .map(Published::sql)
        .filter(sql -> sql.startsWith("CREATE OR REPLACE VIEW `acme-data."))
        .map(
            sql -> sql.substring("CREATE OR REPLACE VIEW `acme-data.".length(), sql.indexOf("`\n")))
        .toList();
  }
}
