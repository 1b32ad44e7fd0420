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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  /** Lines are: table; key; columns without lineage. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          issue_field_history|issue_id history_id item|issue_id history_id item:long time:timestamp author_id field_id field_name field_type from_id from_text to_id to_text is_initial:boolean
          issue_status_interval|issue_id position|issue_id position:long status_id status status_category entered_at:timestamp left_at:timestamp seconds:long author_id is_current:boolean
          issue_assignee_interval|issue_id position|issue_id position:long assignee_id assignee entered_at:timestamp left_at:timestamp seconds:long author_id is_current:boolean
          issue_sprint_interval|issue_id sprint_id position|issue_id sprint_id position:long sprint added_at:timestamp removed_at:timestamp author_id is_current:boolean
          issue_key_alias|old_key|old_key issue_id key valid_until:timestamp
          comment|id|id issue_id author_id author body created:timestamp updated:timestamp update_author_id is_public:boolean visibility parent_id
          worklog|id|id issue_id author_id author comment started:timestamp time_spent_seconds:long created:timestamp updated:timestamp update_author_id visibility
          attachment|id|id issue_id filename author_id created:timestamp size_bytes:long mime_type content_url
          issue_link|issue_id id|issue_id id link_type_id link_type direction relationship related_issue_id related_issue_key
          issue_multivalue|issue_id field_id position|issue_id field_id column_name position:long value_id value
          component|id|id project_id name description lead_id
          version|id|id project_id name description is_archived:boolean is_released:boolean is_overdue:boolean start_date:date release_date:date
          user|id|id display_name email is_active:boolean account_type time_zone locale
          status|id|id name description status_category project_id
          issue_type|id|id name description is_subtask:boolean hierarchy_level:long project_id
          priority|id|id name description
          resolution|id|id name description
          board|id|id name type project_id project_key
          sprint|id|id name state goal board_id start_date:timestamp end_date:timestamp complete_date:timestamp
          """)
  void dataTableEndsWithLineage(String name, String key, String columns) {
    Table table = named(name);
    assertThat(String.join(" ", table.key())).isEqualTo(key);
    assertThat(described(table)).isEqualTo(columns.strip() + LINEAGE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          _field|field_id valid_from|field_id name column_name schema_type schema_items schema_custom valid_from:timestamp valid_to:timestamp
          _schema_change|run_id field_id kind|at:timestamp run_id kind field_id column_name before after
          _tombstone|issue_id|issue_id key reason new_key detected_at:timestamp run_id
          """)
  void tableAboutTheLoadHasNoLineage(String name, String key, String columns) {
    assertThat(String.join(" ", named(name).key())).isEqualTo(key);
    assertThat(described(named(name))).isEqualTo(columns.strip());
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
  void tablesStandInTheOrderOfTheirDocumentation() {
    assertThat(Tables.all(FieldColumns.none()))
        .extracting(Table::name)
        .containsExactly(
            "issue",
            "issue_field_history",
            "comment",
            "worklog",
            "attachment",
            "issue_link",
            "issue_multivalue",
            "issue_status_interval",
            "issue_assignee_interval",
            "issue_sprint_interval",
            "issue_key_alias",
            "project",
            "component",
            "version",
            "user",
            "field",
            "status",
            "issue_type",
            "priority",
            "resolution",
            "board",
            "sprint",
            "_run",
            "_shard",
            "_field",
            "_schema_change",
            "_dead_letter",
            "_tombstone");
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
        .isThrownBy(() -> new Table("t", "T.", List.of("b"), List.of(column)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Table("t", "T.", List.of(), List.of(column, column)));
  }

  private static Table named(String name) {
    return Tables.all(FieldColumns.none()).stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseThrow();
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
