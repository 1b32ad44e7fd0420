package dev.sluice.pipelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sluice.schemas.layout.Manifest;
import dev.sluice.schemas.layout.Notice;
import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.SettableClock;
import dev.sluice.simulator.api.Edition;
import dev.sluice.simulator.live.Administration;
import dev.sluice.simulator.site.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people see and decide about fields that change. */
final class SchemaTest {

  private static final Site SITE = Sluice.site(30);
  private static final String BUDGET = "customfield_10042";
  private static final String TEXT = "com.atlassian.jira.plugin.system.customfieldtypes:textfield";
  private static final String FLOAT = "com.atlassian.jira.plugin.system.customfieldtypes:float";

  @TempDir Path folder;
  private final SettableClock clock = SettableClock.at(Sluice.NOW);
  private JiraSimulator jira;
  private Administration admin;

  @BeforeEach
  void serve() {
    jira =
        JiraSimulator.builder()
            .site(SITE)
            .edition(Edition.CLOUD)
            .credentials("a@b.c", Sluice.TOKEN)
            .clock(clock)
            .start();
    admin = jira.edits().administration();
  }

  @AfterEach
  void close() {
    jira.close();
  }

  @Test
  void theVerbsTellWhatIsWhatWasAndWhatWillBe() throws IOException {
    Sluice sluice = loaded();
    admin.renameField(BUDGET, "Media Budget");
    admin.retypeField("customfield_10055", "number", FLOAT, any -> TextNode.valueOf("7"));

    Sluice.Result check = sluice.execute(clock, "schema", "check");
    assertThat(check.exitCode()).isZero();
    assertThat(check.out())
        .contains("customfield_10042 'Media Budget' was 'Campaign Budget': column campaign_budget")
        .contains("was string, textfield, is number, float: column key_10055__double");
    assertThat(sluice.execute(clock, "schema", "check", "--strict").exitCode()).isEqualTo(65);
    JsonNode json = json(sluice.execute(clock, "schema", "check", "--strict", "--output=json"));
    assertThat(json.path("changes").findValuesAsText("kind")).containsExactly("renamed", "retyped");
    assertThat(json.path("exit_code").asInt()).isEqualTo(65);

    clock.advance(Duration.ofDays(1));
    run(sluice);
    assertThat(sluice.execute(clock, "schema", "check", "--strict").exitCode()).isZero();
    assertThat(sluice.execute(clock, "schema", "show").out())
        .contains("version 2", "Media Budget")
        .contains("key_10055__double");
    assertThat(sluice.execute(clock, "schema", "show", "--at=2026-11-24T12:00Z").out())
        .contains("Campaign Budget")
        .doesNotContain("key_10055__double");
    assertThat(sluice.execute(clock, "schema", "diff").out())
        .contains("- campaign_budget double: customfield_10042 'Campaign Budget'")
        .contains("+ campaign_budget double: customfield_10042 'Media Budget'")
        .contains("+ key_10055__double double");
    assertThat(sluice.execute(clock, "schema", "diff", "--from=2026-12-01").out())
        .contains("no difference");
    assertThat(sluice.execute(clock, "schema", "changes").out())
        .contains("renamed", "Media Budget", "retyped");
    assertThat(json(sluice.execute(clock, "schema", "changes", "--output=json")).path("changes"))
        .hasSize(2);
  }

  @Test
  void theSchemaIsShownAsOthersNeedIt() throws IOException {
    Sluice sluice = loaded();

    Schema avro = new Schema.Parser().parse(shown(sluice, "avro"));
    assertThat(avro.getField("campaign_budget").getProp("jira.field.id")).isEqualTo(BUDGET);
    assertThat(new ObjectMapper().readTree(shown(sluice, "bigquery")).findValuesAsText("name"))
        .contains("campaign_budget", "_site");
    assertThat(shown(sluice, "ddl"))
        .startsWith("CREATE TABLE \"issue\" (")
        .contains("\"id\" VARCHAR NOT NULL", "\"campaign_budget\" DOUBLE", "\"labels\" VARCHAR[]");
    assertThat(shown(sluice, "markdown"))
        .contains("| `campaign_budget` | `double` | `customfield_10042` | Campaign Budget |");
    assertThat(new ObjectMapper().readTree(shown(sluice, "json")).path("columns")).hasSize(33);
  }

  @Test
  void renameWritesTheConfigurationAndTheNextRunFollows() throws IOException {
    Sluice sluice = loaded();

    Sluice.Result renamed =
        sluice.execute(clock, "schema", "rename", "Campaign Budget", "media_budget");
    assertThat(renamed.exitCode()).as(renamed.err()).isZero();
    assertThat(renamed.out())
        .contains("campaign_budget ends, and keeps what it holds")
        .contains("marts.campaign.budget follows the field");
    clock.advance(Duration.ofDays(1));
    run(sluice, "run", "--full");
    assertThat(rows(sluice, "issue").get(0).getSchema().getField("media_budget")).isNotNull();
    assertThat(kinds(sluice)).containsExactly("renamed customfield_10042");

    assertThat(sluice.execute(clock, "schema", "rename", "Campaign Budgt", "x").err())
        .contains("did you mean 'Campaign Budget'?");
    assertThat(sluice.execute(clock, "schema", "rename", "Story Points", "x").err())
        .contains("is the name of 2 fields");
    for (String column : List.of("status", "group", "Größe", "launch_date", "story_points_10234")) {
      assertThat(sluice.execute(clock, "schema", "rename", BUDGET, column).exitCode()).isEqualTo(2);
    }
  }

  @Test
  void aFrozenSchemaEndsTheRunBeforeAnythingIsWritten() throws IOException {
    Sluice sluice = loaded().adding("fields: {freeze: true}");
    run(sluice);
    List<Path> before = sluice.files();
    admin.renameField(BUDGET, "Media Budget");

    Sluice.Result result = sluice.execute(clock, "run");

    assertThat(result.exitCode()).isEqualTo(65);
    assertThat(result.err()).contains("was 'Campaign Budget'");
    assertThat(sluice.files()).isEqualTo(before);
    admin.renameField(BUDGET, "Campaign Budget");
    admin.deleteField(BUDGET);
    assertThat(sluice.execute(clock, "run").exitCode()).isEqualTo(65);
    admin.restoreField(BUDGET);
    run(sluice);
  }

  @Test
  void onlyTheChangesThatAreForbiddenEndTheRunAndWatchedFieldsAreAlerts() {
    Sluice sluice =
        loaded().adding("fields: {changes: {removed: fail, renamed: record}, watch: ['*launch*']}");
    admin.renameField(BUDGET, "Media Budget");
    String added = admin.addField("Second Launch", "string", null, TEXT);
    String dull = admin.addField("Colour", "string", null, TEXT);
    clock.advance(Duration.ofDays(1));
    run(sluice);

    assertThat(sluice.summary(sluice.newestManifest()).notices())
        .extracting(Notice::subject, Notice::isAlert)
        .containsExactlyInAnyOrder(tuple(BUDGET, false), tuple(added, true), tuple(dull, false));
    admin.administrator(false);
    admin.hideField(BUDGET);
    assertThat(sluice.execute(clock, "run").exitCode()).isEqualTo(65);
  }

  @Test
  void fieldsThatTheConfigurationNamesMustBeThere() {
    Sluice sluice =
        loaded()
            .adding(
                "fields:",
                "  columns: {customfield_1042: budget}",
                "  exclude: [Campaign Bujet]",
                "marts: {campaign: {budget: campaign_budgt, launch-date: summary}}");

    Sluice.Result result = sluice.execute(clock, "run");

    assertThat(result.exitCode()).isEqualTo(78);
    assertThat(result.err())
        .contains("no field customfield_1042 (did you mean customfield_10042, 'Campaign Budget'?)")
        .contains("'Campaign Bujet' (did you mean 'Campaign Budget'?)")
        .contains("no column 'campaign_budgt' (did you mean 'campaign_budget'?)")
        .contains("column summary is string, and date or timestamp is needed");
  }

  @Test
  void excludedFieldsStandNowhere() {
    Sluice sluice =
        new Sluice(folder)
            .configured(jira.baseUri())
            .adding("fields: {exclude: ['campaign*', customfield_10043]}");
    run(sluice);

    assertThat(rows(sluice, "issue"))
        .allSatisfy(
            row -> {
              assertThat(row.hasField("campaign_budget")).isFalse();
              assertThat(row.hasField("launch_date")).isFalse();
              assertThat(String.valueOf(row.get("extra"))).doesNotContain(BUDGET);
            });
    assertThat(rows(sluice, "issue_field_history"))
        .noneMatch(row -> BUDGET.equals(String.valueOf(row.get("field_id"))));
    admin.renameField(BUDGET, "Media Budget");
    assertThat(sluice.execute(clock, "schema", "check").out()).contains("Media Budget");
  }

  @Test
  void aFieldThatIsOnlyHiddenKeepsItsColumnAndItsValues() {
    Sluice sluice = loaded();
    admin.hideField(BUDGET);
    for (int run = 0; run < 3; run++) {
      clock.advance(Duration.ofDays(1));
      run(sluice, "run", "--full");
      assertThat(kinds(sluice)).isEmpty();
      assertThat(rows(sluice, "issue")).anyMatch(row -> row.get("campaign_budget") != null);
    }
    admin.administrator(false);
    clock.advance(Duration.ofDays(1));
    run(sluice);
    assertThat(kinds(sluice)).isEmpty();
    clock.advance(Duration.ofDays(1));
    run(sluice);
    assertThat(kinds(sluice)).containsExactly("removed " + BUDGET);
    assertThat(sluice.summary(sluice.newestManifest()).notices())
        .extracting(Notice::kind)
        .containsExactly("removed", "role-lost");
  }

  @Test
  void aRenamedStatusChangesTheDimensionAndNotTheHistory() {
    Sluice sluice = loaded();
    GenericRecord interval =
        rows(sluice, "issue_status_interval").stream()
            .filter(row -> Boolean.FALSE.equals(row.get("is_current")))
            .findFirst()
            .orElseThrow();
    String id = interval.get("status_id").toString();
    String before = interval.get("status").toString();
    admin.renameStatus(id, "Renamed");
    clock.advance(Duration.ofDays(1));

    run(sluice, "run", "--full");

    assertThat(rows(sluice, "status"))
        .filteredOn(row -> row.get("id").toString().equals(id))
        .extracting(row -> row.get("name").toString())
        .containsExactly("Renamed");
    assertThat(rows(sluice, "issue_status_interval"))
        .filteredOn(row -> row.get("issue_id").equals(interval.get("issue_id")))
        .filteredOn(row -> row.get("position").equals(interval.get("position")))
        .extracting(row -> row.get("status_id") + " " + row.get("status"))
        .containsExactly(id + " " + before);
    assertThat(rows(sluice, "_schema_change"))
        .extracting(row -> row.get("field_id") + " " + row.get("before") + " " + row.get("after"))
        .containsExactly("status:" + id + " " + before + " Renamed");
    assertThat(rows(sluice, "_shard"))
        .allMatch(row -> Long.valueOf(0).equals(row.get("history_mismatches")));
  }

  @Test
  void theTableOfFieldsTellsWhenEachNameWasValid() {
    Sluice sluice = loaded();
    admin.renameField(BUDGET, "Media Budget");
    clock.advance(Duration.ofDays(1));
    run(sluice);

    assertThat(rows(sluice, "_field"))
        .filteredOn(row -> row.get("field_id").toString().equals(BUDGET))
        .extracting(row -> row.get("name") + " " + (row.get("valid_to") == null))
        .containsExactly("Campaign Budget false", "Media Budget true");
  }

  private Sluice loaded() {
    Sluice sluice = new Sluice(folder).configured(jira.baseUri());
    run(sluice);
    return sluice;
  }

  private void run(Sluice sluice, String... verb) {
    Sluice.Result result = sluice.execute(clock, verb.length == 0 ? new String[] {"run"} : verb);
    assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
  }

  private String shown(Sluice sluice, String format) {
    return sluice.execute(clock, "schema", "show", "--format=" + format).out();
  }

  private static JsonNode json(Sluice.Result result) throws IOException {
    List<String> lines = result.out().lines().toList();
    return new ObjectMapper().readTree(lines.get(lines.size() - 1));
  }

  private static List<GenericRecord> rows(Sluice sluice, String table) {
    Manifest manifest = sluice.newestManifest();
    return sluice.rows(manifest, table);
  }

  private static List<String> kinds(Sluice sluice) {
    return rows(sluice, "_schema_change").stream()
        .map(row -> row.get("kind") + " " + row.get("field_id"))
        .toList();
  }
}
