package dev.sluice.schemas.field;

import static dev.sluice.schemas.field.FieldsUnderTest.custom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class FieldRegistryTest {

  private static final ColumnNames NAMES = new ColumnNames(Set.of("id", "votes"));

  @Test
  void renameKeepsTheColumnAndUpdatesTheLabel() {
    FieldRegistry first = after(FieldRegistry.empty(), custom(1, "Budget"));
    FieldRegistry second = after(first, custom(1, "Money"));
    assertThat(columns(second, custom(1, "Money"))).containsExactly("budget");
    assertThat(second.version()).isEqualTo(2);
    assertThat(second.periods())
        .extracting(period -> period.field().name(), FieldPeriod::isOpen)
        .containsExactly(tuple("Budget", false), tuple("Money", true));
  }

  @Test
  void sameColumnsMakeNoNewVersion() {
    FieldRegistry first = after(FieldRegistry.empty(), custom(1, "Budget"));
    assertThat(after(first, custom(1, "Budget"))).isSameAs(first);
  }

  @Test
  void newTypeGetsAColumnBesideTheOldOneAndTheOldTypeItsOldColumn() {
    FieldRegistry first = after(FieldRegistry.empty(), custom(1, "Points"));
    assertThat(columns(first, custom(1, "Points", "number"))).containsExactly("points__double");
    FieldRegistry second = after(first, custom(1, "Points", "number"));
    assertThat(columns(second, custom(1, "Points", "string"))).containsExactly("points");
    assertThat(second.periods())
        .extracting(FieldPeriod::column, FieldPeriod::isOpen)
        .containsExactly(tuple("points", false), tuple("points__double", true));
  }

  @Test
  void columnOfADeletedFieldStaysReservedAndComesBackWithIt() {
    FieldRegistry first = after(FieldRegistry.empty(), custom(1, "Budget"));
    FieldRegistry gone = after(after(first), custom(2, "Budget", "number"));
    assertThat(gone.current("customfield_1")).isEmpty();
    assertThat(columns(gone, custom(1, "Budget"), custom(2, "Budget", "number")))
        .containsExactly("budget", "budget_2");
  }

  @Test
  void newFieldWithALowerIdTakesNothingAway() {
    FieldRegistry first = after(FieldRegistry.empty(), custom(5, "Budget"));
    assertThat(columns(first, custom(3, "Budget"), custom(5, "Budget")))
        .containsExactly("budget_3", "budget");
  }

  @Test
  void columnThatBecomesASystemColumnGivesWay() {
    FieldRegistry old = after(new ColumnNames(Set.of()), FieldRegistry.empty(), custom(4, "Votes"));
    assertThat(columns(old, custom(4, "Votes"))).containsExactly("votes_4");
  }

  @Test
  void overrideOfARetypedFieldNamesTheNewColumnToo() {
    Map<String, String> overrides = Map.of("customfield_1", "money");
    FieldRegistry first =
        NAMES
            .look(
                catalogue(custom(1, "B")),
                FieldRegistry.empty(),
                NamingRules.of(overrides),
                Absences.UNKNOWN,
                Instant.EPOCH)
            .registry();
    FieldColumns retyped = NAMES.assign(catalogue(custom(1, "B", "number")), first, overrides);
    assertThat(retyped.columns()).extracting(FieldColumn::column).containsExactly("money__double");
  }

  @Test
  void jsonRoundTripKeepsEverything() {
    FieldRegistry registry =
        after(after(FieldRegistry.empty(), custom(1, "Bud\"get é")), custom(1, "B", "option"));
    assertThat(FieldRegistry.fromJson(registry.toJson())).isEqualTo(registry);
  }

  @Test
  void registryWithoutPeriodsIsReadAndGoesOnWithoutAnyChange() {
    FieldRegistry old =
        FieldRegistry.fromJson(
            """
            {"version": 3, "fields": [
              {"id": "customfield_1", "name": "Budget", "column": "budget", "type": "string", "current": true},
              {"id": "customfield_2", "name": "Gone", "column": "gone", "type": "double", "current": false}]}
            """);

    FieldLook look =
        NAMES.look(
            catalogue(custom(1, "Budget")),
            old,
            NamingRules.DEFAULT,
            Absences.UNKNOWN,
            Instant.EPOCH);

    assertThat(look.changes()).isEmpty();
    assertThat(look.columns().columns()).extracting(FieldColumn::column).containsExactly("budget");
    assertThat(look.registry().version()).isEqualTo(4);
    assertThat(look.registry().current("customfield_1"))
        .map(period -> period.field().schemaType())
        .contains(Optional.of("string"));
    assertThat(look.registry().current("customfield_2")).isEmpty();
  }

  @Test
  void textThatIsNoRegistryIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> FieldRegistry.fromJson("{"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FieldRegistry.fromJson("{}"))
        .withMessage("the field registry lacks 'version'");
  }

  private static FieldRegistry after(FieldRegistry registry, JiraField... fields) {
    return after(NAMES, registry, fields);
  }

  private static FieldRegistry after(
      ColumnNames names, FieldRegistry registry, JiraField... fields) {
    return names
        .look(catalogue(fields), registry, NamingRules.DEFAULT, Absences.UNKNOWN, Instant.EPOCH)
        .registry();
  }

  private static List<String> columns(FieldRegistry registry, JiraField... fields) {
    return NAMES.assign(catalogue(fields), registry, Map.of()).columns().stream()
        .map(FieldColumn::column)
        .toList();
  }

  private static FieldCatalogue catalogue(JiraField... fields) {
    return new FieldCatalogue(List.of(fields));
  }
}
