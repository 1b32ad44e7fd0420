package dev.sluice.pipelines.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sluice.schemas.mart.MartChoices;
import dev.sluice.schemas.mart.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OutputSectionTest {

  private static final String JIRA =
      """
      jira:
        url: https://acme.atlassian.net
        auth: {type: basic, user: a@example.org, token: env:JIRA_TOKEN}
      """;

  private static final String COMPLETE =
      "type: bigquery, project: p, dataset: d, location: EU, staging: 'gs://buck'";

  @Test
  void theDatasetOfBigQueryIsRead() {
    SluiceConfig config =
        parse(
            """
            {type: bigquery, project: acme-data, dataset: jira, location: EU,
                 staging: "gs://acme-sluice/jira", billing-project: acme-jobs, labels: {team: data}}
            marts: {campaign: {budget: media_budget}}
            """);

    assertThat(config.outputPath()).isEqualTo("gs://acme-sluice/jira");
    assertThat(config.output().bigQuery())
        .contains(
            new BigQueryConfig(
                "acme-data",
                "jira",
                "EU",
                "acme-jobs",
                null,
                Map.of("team", "data"),
                new WriteMode.Merge(),
                new DatasetViews(
                    new MartChoices(List.of(), Map.of(Role.BUDGET, "media_budget")), null)));
  }

  @Test
  void theDatasetsProjectPaysUnlessAnotherDoes() {
    assertThat(parse("{" + COMPLETE + "}").output().bigQuery())
        .hasValueSatisfying(it -> assertThat(it.billingProject()).isEqualTo("p"));
  }

  @Test
  void viewsAreMadeUnlessNobodyWantsThemAndRawNamesWhereTheyAreWanted() {
    assertThat(parse("{" + COMPLETE + ", fivetran-dataset: raw}").output().bigQuery())
        .hasValueSatisfying(
            it -> assertThat(it.views()).isEqualTo(new DatasetViews(MartChoices.NONE, "raw")));
    assertThat(parse("{" + COMPLETE + ", views: false}").output().bigQuery())
        .hasValueSatisfying(it -> assertThat(it.views()).isNull());
  }

  @Test
  void runsAreMergedUnlessChangesAreStreamed() {
    assertThat(mode(COMPLETE)).isEqualTo(new WriteMode.Merge());
    assertThat(mode(COMPLETE + ", mode: merge")).isEqualTo(new WriteMode.Merge());
    assertThat(mode(COMPLETE + ", mode: cdc")).isEqualTo(new WriteMode.Cdc(null));
    assertThat(mode(COMPLETE + ", mode: cdc, max-staleness: 15m"))
        .isEqualTo(new WriteMode.Cdc(Duration.ofMinutes(15)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "type: bigquery, project: p, dataset: d, location: EU | output.staging: is missing; with"
            + " type bigquery it names a folder such as gs://bucket/sluice",
        "type: bigquery, project: p, dataset: d, location: EU, staging: ./here | output.staging:"
            + " expected text like gs://[a-z0-9][a-z0-9._-]+(/.*)?, not './here'",
        COMPLETE + ", mode: stream | output.mode: expected one of merge, cdc, not 'stream'",
        COMPLETE + ", max-staleness: 15m | output.max-staleness: belongs to mode: cdc",
        COMPLETE
            + ", mode: cdc, max-staleness: soon | output.max-staleness: expected a duration such"
            + " as 30s or 5m, not 'soon'",
        COMPLETE + ", labels: {Team: x} | output.labels: 'Team: x' is no label of BigQuery",
        COMPLETE
            + ", fivetran-dataset: d | output.fivetran-dataset: must be another one than dataset: names are the same",
        COMPLETE
            + ", fivetran-dataset: e, views: false | output.fivetran-dataset: is for views, and views is false",
        COMPLETE + ", path: ./x | unknown key output.path"
      })
  void whatCannotWorkIsTold(String output, String message) {
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> parse("{" + output + "}"))
        .satisfies(e -> PublishedSchema.refuses(text("{" + output + "}"), e))
        .satisfies(
            e ->
                assertThat(e.messages())
                    .singleElement()
                    .asString()
                    .startsWith("sluice.yaml:4: " + message));
  }

  private static WriteMode mode(String output) {
    return parse("{" + output + "}").output().bigQuery().orElseThrow().mode();
  }

  private static SluiceConfig parse(String output) {
    return PublishedSchema.parse(text(output), Map.of());
  }

  private static String text(String output) {
    return JIRA + "output: " + output + "\n";
  }
}
