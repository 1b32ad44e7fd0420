package dev.sluice.schemas.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.table.Table;
import dev.sluice.schemas.table.Tables;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ViewsTest {

  private static final MartColumns ALL =
      MartColumns.configured(
              List.of("Campaign", "Mother's Day"),
              Optional.of("start_of_sale"),
              Optional.empty(),
              Optional.empty())
          .among(List.of("start_of_sale", "launch_date", "budget", "epic_link"));

  @Test
  void everyViewSaysWhatItAnswersAndForWhat() {
    assertThat(Views.all())
        .allSatisfy(
            view -> {
              assertThat(view.question()).as(view.name()).matches("[A-Z].*[.?]");
              assertThat(view.grain()).as(view.name()).isNotEmpty();
              assertThat(view.caveats()).as(view.name()).allMatch(text -> text.endsWith("."));
            });
  }

  @ParameterizedTest
  @EnumSource
  void everyMacroHasAMeaningInEveryDialect(Dialect dialect) {
    assertThat(Views.all())
        .allSatisfy(
            view ->
                assertThat(sql(view, dialect))
                    .as(view.name())
                    .doesNotContainPattern("[$][a-z_]|--"));
  }

  @Test
  void aViewUsesOnlyTablesAndTheViewsBeforeIt() {
    Set<String> known = new HashSet<>();
    Tables.all(FieldColumns.none()).stream().map(Table::name).forEach(known::add);
    for (View view : Views.all()) {
      view.sql(
          Dialect.DUCKDB,
          name -> {
            assertThat(known).as(view.name()).contains(name);
            return name;
          },
          ALL);
      known.add(view.schema().equals(Views.MAIN) ? view.name() : "");
    }
  }

  @Test
  void whatOneDialectSaysTheOtherDoesNot() {
    assertThat(sql(named("campaign_day"), Dialect.BIGQUERY))
        .contains("GENERATE_DATE_ARRAY", "`set`.`campaign_delivery`", "DATE_DIFF(")
        .doesNotContain("generate_series", "date_diff(", "LATERAL", "VARCHAR", "DOUBLE");
    assertThat(sql(named("campaign_day"), Dialect.DUCKDB)).contains("generate_series");
  }

  @Test
  void aConfiguredColumnWinsOverTheUsualNameAndAnAbsentOneIsNull() {
    assertThat(sql(named("campaign_delivery"), Dialect.DUCKDB))
        .contains("CAST(campaign.start_of_sale AS DATE)", "= 'start_of_sale'")
        .contains("CAST(campaign.budget AS DOUBLE)", "CAST(NULL AS DATE)");
    assertThat(sql(named("sprint_velocity"), Dialect.DUCKDB)).contains("CAST(NULL AS DOUBLE)");
    assertThat(sql(named("issue_campaign"), Dialect.DUCKDB))
        .contains("IN ('Campaign', 'Mother''s Day')", "child.epic_link");
    assertThat(sql(named("issue_campaign"), Dialect.BIGQUERY))
        .contains("IN ('Campaign', 'Mother\\'s Day')");
  }

  @Test
  void anOuterJoinComparesWhatBothSidesHaveEvenWithoutAnEpicLink() {
    View view = named("issue_campaign");

    assertThat(view.sql(Dialect.BIGQUERY, table -> table, MartColumns.BY_NAME.among(List.of())))
        .contains("epic.key = nullif(child.key, child.key)")
        .doesNotContain("ON TRUE");
  }

  private static View named(String name) {
    return Views.all().stream().filter(view -> view.name().equals(name)).findFirst().orElseThrow();
  }

  private static String sql(View view, Dialect dialect) {
    return view.sql(dialect, table -> "`set`.`" + table + "`", ALL);
  }
}
