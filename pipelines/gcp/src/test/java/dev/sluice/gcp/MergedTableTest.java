package dev.sluice.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.bigquery.model.Table;
import com.google.api.services.bigquery.model.TableFieldSchema;
import dev.sluice.pipelines.config.BigQueryConfig;
import dev.sluice.pipelines.config.WriteMode;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.table.Tables;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MergedTableTest {

  private static final BigQueryConfig TARGET =
      new BigQueryConfig(
          "p-1",
          "jira",
          "EU",
          "p-1",
          "projects/p/key",
          Map.of("team", "data"),
          new WriteMode.Merge(),
          null);

  @Test
  void anIssueIsPartitionedByWhatNeverChangesAndClusteredForViewsAndMerges() {
    Table issue = table(Tables.issue(FieldColumns.none()));

    assertThat(issue.getTimePartitioning().getField()).isEqualTo("created");
    assertThat(issue.getTimePartitioning().getType()).isEqualTo("MONTH");
    assertThat(issue.getClustering().getFields()).containsExactly("project_key", "id");
    assertThat(issue.getTableConstraints().getPrimaryKey().getColumns()).containsExactly("id");
    assertThat(issue.getEncryptionConfiguration().getKmsKeyName()).isEqualTo("projects/p/key");
    assertThat(issue.getLabels()).containsEntry("team", "data");
  }

  @Test
  void typesAreThoseOfTheTableAndEveryColumnIsDescribed() {
    List<TableFieldSchema> fields =
        table(Tables.issue(FieldColumns.none())).getSchema().getFields();

    assertThat(fields).allSatisfy(field -> assertThat(field.getDescription()).isNotBlank());
    assertThat(fields.stream().map(field -> field.getName() + " " + BigQueryType.text(field)))
        .contains(
            "id STRING",
            "created TIMESTAMP",
            "due_date DATE",
            "labels ARRAY<STRING>",
            "components ARRAY<STRUCT<`id` STRING, `name` STRING>>",
            "votes INT64",
            "is_subtask BOOL",
            "extra JSON",
            "_deleted BOOL",
            "_deleted_at TIMESTAMP");
    assertThat(fields.get(0).getMode()).isEqualTo("REQUIRED");
  }

  @Test
  void aStagingTableTakesJsonAsTextAndExpires() {
    Table staging =
        new Staged(
                new MergedTable(Tables.issue(FieldColumns.none())),
                "s",
                new StandingColumns(List.of()))
            .definition(TARGET, Instant.ofEpochMilli(42));

    assertThat(staging.getExpirationTime()).isEqualTo(42);
    assertThat(staging.getSchema().getFields())
        .filteredOn(field -> field.getName().equals("extra"))
        .singleElement()
        .satisfies(field -> assertThat(field.getType()).isEqualTo("STRING"));
  }

  @Test
  void whatIsAboutTheLoadIsNeverDeleted() {
    assertThat(new MergedTable(Tables.RUN).canBeDeleted()).isFalse();
    assertThat(new MergedTable(Tables.PROJECT).canBeDeleted()).isTrue();
  }

  private static Table table(dev.sluice.schemas.table.Table table) {
    return new MergedTable(table).definition(TARGET, TARGET.labels());
  }
}
