package dev.sluice.pipelines.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OutputSectionTest {

  private static final String SMALLEST =
      """
      jira:
        url: https://acme.atlassian.net
        auth: {type: basic, user: a@example.org, token: env:JIRA_TOKEN}
      """;

  @Test
  void theDatasetOfBigQueryIsRead() {
    SluiceConfig config =
        parse(
            SMALLEST
                + """
                output:
                  {type: bigquery, project: acme-data, dataset: jira, location: EU,
                   staging: "gs://acme-sluice/jira", billing-project: acme-jobs, labels: {team: data}}
                """);

    assertThat(config.outputPath()).isEqualTo("gs://acme-sluice/jira");
    assertThat(config.output().bigQuery())
        .contains(
            new BigQueryConfig(
                "acme-data", "jira", "EU", "acme-jobs", null, Map.of("team", "data")));
  }

  @Test
  void aLocalWarehouseIsKeptUnlessTheFileSaysNone() {
    assertThat(parse(SMALLEST).localWarehouse()).isTrue();
    assertThat(parse(SMALLEST + "local-warehouse: none\n").localWarehouse()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "output: {type: bigquery, project: p, dataset: d, location: EU} | output.staging: is missing;"
            + " with type bigquery it names a folder such as gs://bucket/sluice",
        "output: {type: bigquery, project: p, dataset: d, location: EU, staging: gs://buck, mode: cdc}"
            + " | output.mode: not supported yet; write merge",
        "output: {type: csv} | output.type: expected one of avro, bigquery, not 'csv'",
      })
  void aMistakeNamesItsLineAndKey(String line, String message) {
    ConfigException error =
        catchThrowableOfType(ConfigException.class, () -> parse(SMALLEST + line + "\n"));

    assertThat(error.messages()).containsExactly("sluice.yaml:4: " + message);
  }

  private static SluiceConfig parse(String text) {
    return ConfigFile.parse(text, "sluice.yaml", Map.of());
  }
}
