package dev.sluice.schemas.field;

import static dev.sluice.schemas.field.FieldsUnderTest.custom;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schemas.field.FieldPeriod.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What one look after the other makes of a site. */
final class FieldLookTest {

  private static final ColumnNames NAMES = new ColumnNames(Set.of("id", "key"));
  private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

  private FieldRegistry registry = FieldRegistry.empty();
  private NamingRules rules = NamingRules.DEFAULT;
  private Absences absences = Absences.UNKNOWN;
  private Instant now = START;

  @Test
  void theFirstLookTellsOfNoChange() {
    assertThat(look(custom(1, "Budget"), custom(2, "Budget"))).isEmpty();
    assertThat(registry.version()).isEqualTo(1);
    assertThat(columns()).containsExactly("budget", "budget_2");
  }

  @Test
  void newFieldsAreAddedAndThoseWhoseColumnIsTakenCollide() {
    look(custom(1, "Budget"));
    assertThat(look(custom(1, "Budget"), custom(2, "BUDGET"), custom(3, "Order")))
        .containsExactly(
            "added customfield_2 null > BUDGET",
            "collided customfield_2 budget > budget_2",
            "added customfield_3 null > Order",
            "collided customfield_3 order > order_3");
  }

  @Test
  void renameKeepsTheColumnOrMovesItAsOneWishes() {
    look(custom(1, "Budget"));
    assertThat(look(custom(1, "Money"))).containsExactly("renamed customfield_1 Budget > Money");
    assertThat(columns()).containsExactly("budget");

    rules = new NamingRules(Map.of(), OnRename.FOLLOW, OnRecreate.TAKE_OVER);
    assertThat(look(custom(1, "Money"))).isEmpty();
    look(custom(1, "Media Budget"));
    assertThat(columns()).containsExactly("media_budget");
    look(custom(1, "Budget"), custom(2, "Media Budget"));
    assertThat(columns()).containsExactly("budget", "media_budget_2");
  }

  @Test
  void columnThatTheConfigurationMovesIsTold() {
    look(custom(1, "Budget"));
    rules = NamingRules.of(Map.of("customfield_1", "money"));
    assertThat(look(custom(1, "Budget"))).containsExactly("renamed customfield_1 budget > money");
    assertThat(registry.ownerOf("budget")).contains("customfield_1");
  }

  @Test
  void typeThatComesBackComesBackToItsColumn() {
    look(custom(1, "Points"));
    assertThat(look(custom(1, "Points", "number")))
        .containsExactly("retyped customfield_1 string > number");
    assertThat(columns()).containsExactly("points__double");
    look(custom(1, "Points", "date"));
    assertThat(columns()).containsExactly("points__date");
    look(custom(1, "Points"));
    assertThat(columns()).containsExactly("points");
  }

  @Test
  void fieldIsRemovedBySecondLookOnly() {
    look(custom(1, "Budget"), custom(2, "Reach"));
    assertThat(look(custom(2, "Reach"))).isEmpty();
    assertThat(columns()).containsExactly("budget", "reach");
    assertThat(look(custom(2, "Reach"))).containsExactly("removed customfield_1 Budget > null");
    assertThat(columns()).containsExactly("reach");
    assertThat(look(custom(2, "Reach"))).isEmpty();
    assertThat(look(custom(1, "Budget"), custom(2, "Reach")))
        .containsExactly("restored customfield_1 null > Budget");
    assertThat(columns()).containsExactly("budget", "reach");
  }

  @Test
  void fieldThatIsMissedOnceIsNeitherRemovedNorRestored() {
    look(custom(1, "Budget"));
    look();
    assertThat(look(custom(1, "Budget"))).isEmpty();
    assertThat(registry.periods()).hasSize(1);
  }

  @Test
  void whatASecondRequestFindsOutCounts() {
    look(custom(1, "Budget"), custom(2, "Reach"));
    absences = new Absences(Set.of("customfield_1"), Set.of("customfield_2"));
    assertThat(look()).containsExactly("removed customfield_2 Reach > null");
    assertThat(look()).isEmpty();
    assertThat(registry.current("customfield_1"))
        .map(FieldPeriod::standing)
        .contains(Standing.HIDDEN);
    absences = Absences.UNKNOWN;
    assertThat(look()).isEmpty();
    assertThat(look()).containsExactly("removed customfield_1 Budget > null");
  }

  @Test
  void fieldCreatedAgainTakesTheColumnOver() {
    look(custom(1, "Budget"));
    assertThat(look(custom(9, "Budget")))
        .containsExactly("recreated customfield_9 customfield_1 > customfield_9");
    assertThat(columns()).containsExactly("budget");
    assertThat(registry.ownerOf("budget")).contains("customfield_9");

    assertThat(look(custom(1, "Budget"), custom(9, "Budget")))
        .containsExactly(
            "restored customfield_1 null > Budget", "collided customfield_1 budget > budget_1");
    assertThat(columns()).containsExactly("budget_1", "budget");
  }

  @Test
  void fieldCreatedAgainLaterTakesOverWhatWentLast() {
    look(custom(1, "Budget"), custom(2, "Budget"));
    look(custom(1, "Budget"));
    look(custom(1, "Budget"));
    look();
    look();
    look(custom(9, "Budget"));
    assertThat(columns()).containsExactly("budget");
    look(custom(9, "Budget"), custom(10, "Budget"));
    assertThat(columns()).containsExactly("budget", "budget_2");
  }

  @Test
  void anotherTypeNameOrRuleMakesItANewField() {
    look(custom(1, "Budget"));
    look();
    look();
    look(custom(8, "Budget", "number"));
    assertThat(columns()).containsExactly("budget_8");
    rules = new NamingRules(Map.of(), OnRename.KEEP_COLUMN, OnRecreate.NEW_COLUMN);
    assertThat(look(custom(8, "Budget", "number"), custom(9, "Budget")))
        .contains("added customfield_9 null > Budget");
    assertThat(columns()).containsExactly("budget_8", "budget_9");
  }

  @Test
  void periodsFollowEachOtherWhateverTheClockDoes() {
    look(custom(1, "Budget"));
    now = START.minus(Duration.ofDays(9));
    look(custom(1, "Money"));
    look(custom(1, "Media"));
    assertThat(registry.periods()).extracting(FieldPeriod::from).doesNotHaveDuplicates().isSorted();
    assertThat(registry.at(START).columns())
        .extracting(FieldColumn::name)
        .containsExactly("Budget");
  }

  private List<String> look(JiraField... fields) {
    FieldLook look =
        NAMES.look(new FieldCatalogue(List.of(fields)), registry, rules, absences, now);
    registry = look.registry();
    now = now.plus(Duration.ofDays(1));
    return look.changes().stream()
        .map(it -> it.kind().word() + " " + it.fieldId() + " " + it.before() + " > " + it.after())
        .toList();
  }

  private List<String> columns() {
    return registry.columns().columns().stream().map(FieldColumn::column).toList();
  }
}
