package dev.sluice.schemas.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sluice.schemas.field.FieldColumns;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TableSelectionTest {

  private static final List<String> ABOUT_THE_LOAD =
      List.of("_run", "_shard", "_field", "_schema_change", "_dead_letter", "_tombstone");

  @Test
  void withoutAWordAllTablesAreWritten() {
    assertThat(TableSelection.of(List.of(), List.of()))
        .containsExactlyElementsOf(
            Tables.all(FieldColumns.none()).stream().map(Table::name).toList());
  }

  @Test
  void tablesAreNamedOneByOne() {
    assertThat(TableSelection.of(List.of("worklog"), List.of()))
        .startsWith("issue", "worklog")
        .hasSize(2 + ABOUT_THE_LOAD.size())
        .containsAll(ABOUT_THE_LOAD);
    assertThat(TableSelection.of(List.of(), List.of("comment")))
        .doesNotContain("comment")
        .contains("issue", "worklog", "_run");
    assertThat(TableSelection.of(List.of("issue", "comment"), List.of("comment")))
        .startsWith("issue")
        .doesNotContain("comment");
  }

  @Test
  void unknownNameIsRefusedWithTheNearest() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TableSelection.of(List.of("isue"), List.of()))
        .withMessage("there is no table 'isue'; the nearest is 'issue'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TableSelection.of(List.of(), List.of("worklogs")))
        .withMessage("there is no table 'worklogs'; the nearest is 'worklog'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TableSelection.of(List.of(), List.of("_run")))
        .withMessage("table '_run' is always written");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TableSelection.of(List.of(), List.of("issue")))
        .withMessage("table 'issue' is always written");
  }
}
