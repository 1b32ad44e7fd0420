package dev.sluice.schemas.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sluice.schemas.field.FieldCatalogue;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.field.FieldRegistry;
import dev.sluice.schemas.field.JiraField;
import dev.sluice.schemas.type.Scalar;
import dev.sluice.schemas.type.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The contract of the tables, column by column; text is not said, all else after a colon. */
final class TablesTest {

  private static final String LINEAGE = " _site _run_id _shard_id _read_at:timestamp";

  @Test
  void issueHasSystemColumnsThenFieldsThenExtra() {
    FieldCatalogue catalogue =
        new FieldCatalogue(
            List.of(field("customfield_20", "Budget"), field("customfield_3", "Votes")));
    FieldColumns fields = Tables.columnNames().assign(catalogue, FieldRegistry.empty(), Map.of());
    assertThat(described(Tables.issue(fields)))
        .isEqualTo(
            "id key project_id project_key project_name issue_type_id issue_type is_subtask:boolean"
                + " hierarchy_level:long parent_id parent_key summary description environment"
                + " status_id status status_category status_category_changed:timestamp priority_id"
                + " priority resolution_id resolution resolved:timestamp assignee_id assignee"
                + " reporter_id reporter creator_id creator created:timestamp updated:timestamp"
                + " last_viewed:timestamp due_date:date labels:list<string>"
                + " components:list<reference> fix_versions:list<reference>"
                + " affects_versions:list<reference> security_level original_estimate_seconds:long"
                + " remaining_estimate_seconds:long time_spent_seconds:long"
                + " aggregate_original_estimate_seconds:long"
                + " aggregate_remaining_estimate_seconds:long aggregate_time_spent_seconds:long"
                + " work_ratio:long votes:long watchers:long comment_count:long worklog_count:long"
                + " attachment_count:long link_count:long subtask_count:long history_count:long"
                + " votes_3:double budget:double extra:json"
                + LINEAGE);
    assertThat(Tables.issue(fields).key()).containsExactly("id");
  }

  @Test
  void dimensionsEndWithLineage() {
    assertThat(described(Tables.PROJECT))
        .isEqualTo(
            "id key name description lead_id lead category project_type style is_private:boolean"
                + " is_archived:boolean url"
                + LINEAGE);
    assertThat(described(Tables.FIELD))
        .isEqualTo(
            "id name column_name is_custom:boolean is_array:boolean schema_type schema_items"
                + " schema_custom"
                + LINEAGE);
  }

  @Test
  void tablesAboutTheLoadHaveNoLineage() {
    assertThat(described(Tables.RUN))
        .isEqualTo(
            "run_id pipeline mode interval_from:timestamp interval_to:timestamp status"
                + " started_at:timestamp finished_at:timestamp watermark:timestamp jira_edition"
                + " jira_version shards:long issues_expected:long issues_read:long"
                + " issues_unique:long dead_letters:long requests:long requests_retried:long"
                + " throttled_ms:long schema_version:long sluice_version error_class"
                + " error_message");
    assertThat(described(Tables.SHARD))
        .isEqualTo(
            "run_id shard_id jql range_from:timestamp range_to:timestamp expected:long"
                + " expected_after:long rows:long unique_issues:long pages:long requests:long"
                + " retries:long throttled_ms:long bytes:long history_mismatches:long"
                + " started_at:timestamp finished_at:timestamp status error_class error_message");
    assertThat(described(Tables.DEAD_LETTER))
        .isEqualTo(
            "run_id position:long at:timestamp stage shard_id issue_id issue_key field_id"
                + " error_class error_message raw:json replay_jql");
    assertThat(Tables.SHARD.key()).containsExactly("run_id", "shard_id");
    assertThat(Tables.DEAD_LETTER.key()).containsExactly("run_id", "position");
  }

  @Test
  void everyColumnIsDocumented() {
    assertThat(Tables.all(FieldColumns.none()))
        .flatExtracting(Table::columns)
        .allMatch(column -> column.doc().length() > 3);
  }

  @Test
  void keyWithoutAColumnIsRefused() {
    Column column = Column.of("a", Scalar.STRING, "A.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Table("t", List.of("b"), List.of(column)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Table("t", List.of(), List.of(column, column)));
  }

  private static String described(Table table) {
    return table.columns().stream()
        .map(column -> column.name() + described(column.type()))
        .collect(Collectors.joining(" "));
  }

  private static String described(Type type) {
    return type == Scalar.STRING ? "" : ":" + type.text();
  }

  private static JiraField field(String id, String name) {
    return new JiraField(
        id,
        name,
        true,
        Optional.of("number"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
