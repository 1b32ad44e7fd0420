package dev.sluice.schemas.mart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schemas.field.Absences;
import dev.sluice.schemas.field.ColumnNames;
import dev.sluice.schemas.field.FieldCatalogue;
import dev.sluice.schemas.field.FieldRegistry;
import dev.sluice.schemas.field.JiraField;
import dev.sluice.schemas.field.NamingRules;
import dev.sluice.schemas.layout.Notice;
import dev.sluice.schemas.mart.MartRole.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class MartRolesTest {

  private static final ColumnNames NAMES = new ColumnNames(Set.of("id"));

  private FieldRegistry registry = FieldRegistry.empty();

  @Test
  void rolesAreFoundByNameAndType() {
    look(
        field(3, "Budget", "number", ""),
        field(4, "Campaign Budget", "number", ""),
        field(1, "Campaign budget", "string", ""),
        field(6, "Story Points", "number", "10001"),
        field(7, "Story points", "number", ""));

    assertThat(role(MartChoices.NONE, Role.BUDGET).fieldId()).contains("customfield_4");
    assertThat(role(MartChoices.NONE, Role.STORY_POINTS).fieldId()).contains("customfield_7");
    assertThat(role(MartChoices.NONE, Role.SPRINT).origin()).isEqualTo(Origin.ABSENT);
  }

  @Test
  void roleStaysWithItsFieldThroughNamesAndTypesAndNewRivals() {
    look(field(4, "Budget", "number", ""));
    look(field(4, "Money", "number", ""), field(5, "Campaign Budget", "number", ""));

    assertThat(role(MartChoices.NONE, Role.BUDGET))
        .isEqualTo(
            new MartRole(
                Role.BUDGET,
                Origin.FOUND,
                Optional.of("budget"),
                Optional.of("customfield_4"),
                Optional.of("Money")));
    look(field(4, "Money", "string", ""), field(5, "Campaign Budget", "number", ""));
    assertThat(role(MartChoices.NONE, Role.BUDGET).origin()).isEqualTo(Origin.GONE);
    assertThat(role(MartChoices.NONE, Role.BUDGET).column()).contains("budget");
  }

  @Test
  void roleWhoseFieldIsGoneIsToldOnceAndOneThatIsCreatedAgainGoesOn() {
    look(field(4, "Budget", "number", ""));
    FieldRegistry before = registry;
    look();
    look();
    assertThat(MartRoles.lost(MartChoices.NONE, before, registry))
        .extracting(Notice::subject)
        .containsExactly("marts.campaign.budget");
    assertThat(MartRoles.lost(MartChoices.NONE, registry, registry)).isEmpty();

    look(field(9, "Budget", "number", ""));
    assertThat(role(MartChoices.NONE, Role.BUDGET).origin()).isEqualTo(Origin.FOUND);
    assertThat(role(MartChoices.NONE, Role.BUDGET).fieldId()).contains("customfield_9");
  }

  @Test
  void choiceWins() {
    look(field(4, "Budget", "number", ""), field(5, "Spend", "number", ""));
    MartChoices choices = new MartChoices(List.of(), Map.of(Role.BUDGET, "spend"));
    assertThat(role(choices, Role.BUDGET).fieldId()).contains("customfield_5");
  }

  @Test
  void campaignsAreWhatIsChosenOrElseTheUsualTypes() {
    assertThat(MartChoices.NONE.campaignTypes(List.of("Epic", "campaign", "Task")))
        .containsExactly("campaign");
    assertThat(MartChoices.NONE.campaignTypes(List.of("Epic", "Task"))).containsExactly("Epic");
    assertThat(new MartChoices(List.of("Launch", "epic"), Map.of()).campaignTypes(List.of("Epic")))
        .containsExactly("Epic");
  }

  private MartRole role(MartChoices choices, Role role) {
    return MartRoles.of(choices, registry).stream()
        .filter(played -> played.role() == role)
        .findFirst()
        .orElseThrow();
  }

  private void look(JiraField... fields) {
    registry =
        NAMES
            .look(
                new FieldCatalogue(List.of(fields)),
                registry,
                NamingRules.DEFAULT,
                Absences.UNKNOWN,
                Instant.EPOCH)
            .registry();
  }

  private static JiraField field(long number, String name, String type, String project) {
    return new JiraField(
        "customfield_" + number,
        name,
        true,
        Optional.of(type),
        Optional.empty(),
        Optional.of("x:" + type),
        Optional.empty(),
        Optional.of(project).filter(id -> !id.isEmpty()));
  }
}
