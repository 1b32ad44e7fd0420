package dev.sluice.pipelines.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sluice.schemas.field.DriftPolicy;
import dev.sluice.schemas.field.FieldSelection;
import dev.sluice.schemas.field.NamePattern;
import dev.sluice.schemas.field.NamingRules;
import dev.sluice.schemas.field.OnRecreate;
import dev.sluice.schemas.field.OnRename;
import dev.sluice.schemas.field.Reaction;
import dev.sluice.schemas.field.SchemaChange.Kind;
import dev.sluice.schemas.mart.MartChoices;
import dev.sluice.schemas.mart.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FieldsSectionTest {

  @Test
  void fieldsAndRolesAreRead() {
    String text =
        """
        jira: {url: "https://jira.example.org", auth: {type: bearer, token: "env:T"}}
        fields:
          on-rename: follow
          on-recreate: new-column
          include: ["Campaign*"]
          exclude: [customfield_10049]
          watch: ["*budget*"]
          freeze: true
          changes: {added: alert, removed: fail}
        marts: {campaign: {issue-types: [Launch], budget: media_budget}, sprint: sprint}
        """;
    SluiceConfig config = PublishedSchema.parse(text, Map.of());

    FieldsConfig fields = config.fields();
    assertThat(fields.naming())
        .isEqualTo(new NamingRules(Map.of(), OnRename.FOLLOW, OnRecreate.NEW_COLUMN));
    assertThat(fields.selection())
        .isEqualTo(
            new FieldSelection(
                List.of(new NamePattern("Campaign*")),
                List.of(new NamePattern("customfield_10049"))));
    assertThat(fields.policy())
        .isEqualTo(
            new DriftPolicy(
                Map.of(Kind.ADDED, Reaction.ALERT, Kind.REMOVED, Reaction.FAIL),
                true,
                List.of(new NamePattern("*budget*"))));
    assertThat(config.marts())
        .isEqualTo(
            new MartChoices(
                List.of("Launch"), Map.of(Role.BUDGET, "media_budget", Role.SPRINT, "sprint")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "fields: {columns: {budget: b}}"
            + " | fields.columns: 'budget' is no field id such as customfield_10042",
        "fields: {changes: {renamd: fail}}"
            + " | unknown key fields.changes.renamd (did you mean fields.changes.renamed?)",
        "fields: {changes: {added: ignore}}"
            + " | fields.changes.added: expected one of alert, record, fail, not 'ignore'",
        "fields: {columns: {customfield_1: group}}"
            + " | fields.columns: 'group' is a word that SQL reserves",
        "fields: {columns: {customfield_1: status}}"
            + " | fields.columns: 'status' is a system column",
        "marts: {campaign: {budgets: budget}}"
            + " | unknown key marts.campaign.budgets (did you mean marts.campaign.budget?)"
      })
  void mistakesAreToldWithWhatWasMeant(String lines, String problem) {
    String jira = "jira: {url: 'https://j.example.org', auth: {type: bearer, token: 'env:T'}}\n";

    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> ConfigFile.parse(jira + lines, "sluice.yaml", Map.of()))
        .withMessage("sluice.yaml:2: " + problem)
        .satisfies(refusal -> PublishedSchema.refuses(jira + lines, refusal));
  }
}
