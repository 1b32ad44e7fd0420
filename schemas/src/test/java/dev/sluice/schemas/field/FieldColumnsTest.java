package dev.sluice.schemas.field;

import static dev.sluice.schemas.field.FieldsUnderTest.custom;
import static dev.sluice.schemas.field.FieldsUnderTest.declared;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sluice.schemas.type.Scalar;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FieldColumnsTest {

  @Test
  void jsonRoundTripKeepsEverything() {
    JiraField sprint = declared("array", "json", "gh-sprint");
    FieldColumns columns =
        new FieldColumns(
            List.of(
                new FieldColumn(sprint, "sprint", FieldTypes.of(sprint)),
                new FieldColumn(custom(12, "Bud\"get\né"), "budget", Scalar.STRING)));
    assertThat(FieldColumns.fromJson(columns.toJson())).isEqualTo(columns);
    assertThat(columns.toJson()).doesNotContain("\n");
  }

  @Test
  void columnsAreOrderedByTheNumberOfTheirField() {
    FieldColumns columns =
        new FieldColumns(List.of(column(100, "a"), column(20, "b"), column(3, "c")));
    assertThat(columns.columns()).extracting(FieldColumn::column).containsExactly("c", "b", "a");
    assertThat(columns.of("customfield_20")).map(FieldColumn::column).contains("b");
    assertThat(columns.of("customfield_21")).isEmpty();
  }

  @Test
  void oneColumnForTwoFieldsIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FieldColumns(List.of(column(1, "a"), column(2, "A"))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FieldColumns(List.of(column(1, "a"), column(1, "b"))));
  }

  private static FieldColumn column(long number, String name) {
    return new FieldColumn(custom(number, name), name, Scalar.STRING);
  }
}
