package dev.sluice.schemas.field;

import static dev.sluice.schemas.field.FieldsUnderTest.custom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ColumnNamesTest {

  private static final ColumnNames NAMES =
      new ColumnNames(Set.of("id", "key", "updated", "extra", "_site"));

  @ParameterizedTest
  @CsvSource({
    "Campaign Budget, campaign_budget",
    "  Launch--Date  , launch_date",
    "Cost €, cost",
    "Größe, gro_e",
    "Café n°3, cafe_n_3",
    "ﬁnal, final",
    "2nd Review, _2nd_review",
    "½ day, _1_2_day",
    "Бюджет, customfield_7",
    "🚀, customfield_7",
    "'', customfield_7",
    "___, customfield_7",
    "_PARTITIONTIME, partitiontime",
    "_TABLE_x, table_x",
    "__ROOT__, root",
    "Key, key_7",
    "UPDATED, updated_7",
    "extra, extra_7",
    "_site, site",
    "İstanbul, istanbul",
    "Order, order_7",
    "Group, group_7",
    "Window, window_7",
    "Pivot, pivot_7",
    "Qualify, qualify_7",
    "Time, time",
  })
  void labelBecomesColumn(String label, String column) {
    assertThat(named(custom(7, label))).containsExactly(column);
  }

  @Test
  void longNamesAreCutWithTheirSuffix() {
    String label = "x".repeat(300);
    List<String> columns = named(custom(1, label), custom(20, label));
    assertThat(columns).containsExactly("x".repeat(128), "x".repeat(125) + "_20");
  }

  @Test
  void lowestIdKeepsTheBareName() {
    assertThat(named(custom(30, "Cost €"), custom(4, "COST"), custom(100, "cost-")))
        .containsExactly("cost", "cost_30", "cost_100");
  }

  @Test
  void namesThatAloneWouldShareAColumnAreTold() {
    FieldCatalogue catalogue =
        new FieldCatalogue(
            List.of(custom(30, "Cost €"), custom(4, "COST"), custom(5, "Key"), custom(6, "Other")));

    assertThat(NAMES.collisions(catalogue))
        .isEqualTo(
            Map.of(
                "cost", List.of("customfield_4", "customfield_30"),
                "key", List.of("customfield_5")));
  }

  @Test
  void suffixedNameThatIsTakenFallsBackToTheId() {
    assertThat(named(custom(1, "Cost"), custom(2, "Cost"), custom(3, "Cost 2")))
        .containsExactly("cost", "customfield_2", "cost_2");
  }

  @Test
  void idsWithoutANumberAreNamedToo() {
    assertThat(
            named(
                custom(1, "Team"), custom("com.acme:team", "Team", "any"), custom("é", "", "any")))
        .containsExactly("team", "team_com_acme_team", "e");
  }

  @Test
  void overrideWins() {
    FieldCatalogue catalogue = catalogue(custom(1, "Budget"), custom(2, "Spend"));
    FieldColumns columns =
        NAMES.assign(catalogue, FieldRegistry.empty(), Map.of("customfield_2", "budget"));
    assertThat(names(columns)).containsExactly("budget_1", "budget");
  }

  @ParameterizedTest
  @CsvSource({
    "Budget, is no legal column name",
    "2nd, is no legal column name",
    "_partition_x, is no legal column name",
    "key, is a system column",
    "taken, belongs to another field",
    "group, is a word that SQL reserves",
  })
  void overrideThatCannotBeIsRefused(String column, String reason) {
    FieldCatalogue catalogue = catalogue(custom(1, "Budget"));
    FieldRegistry registry =
        NAMES
            .look(
                catalogue(custom(9, "Taken")),
                FieldRegistry.empty(),
                NamingRules.DEFAULT,
                Absences.UNKNOWN,
                Instant.EPOCH)
            .registry();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NAMES.assign(catalogue, registry, Map.of("customfield_1", column)))
        .withMessageContaining("'" + column + "' for customfield_1 " + reason);
  }

  @Test
  void twoOverridesToOneColumnAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                NAMES.assign(
                    catalogue(custom(1, "A"), custom(2, "B")),
                    FieldRegistry.empty(),
                    Map.of("customfield_1", "c", "customfield_2", "c")))
        .withMessageContaining("named for two fields");
  }

  private static List<String> named(JiraField... fields) {
    return names(NAMES.assign(catalogue(fields), FieldRegistry.empty(), Map.of()));
  }

  private static List<String> names(FieldColumns columns) {
    return columns.columns().stream().map(FieldColumn::column).toList();
  }

  private static FieldCatalogue catalogue(JiraField... fields) {
    return new FieldCatalogue(List.of(fields));
  }
}
