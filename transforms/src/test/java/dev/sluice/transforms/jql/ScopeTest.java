package dev.sluice.transforms.jql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ScopeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "project = A ORDER BY created | project = A",
        "project = A order  by created desc, key | project = A",
        "summary ~ \"ORDER BY\" ORDER BY key | summary ~ \"ORDER BY\"",
        "summary ~ 'it is \\' ORDER BY' | summary ~ 'it is \\' ORDER BY'",
        "summary ~ \"\\\\\" ORDER BY key | summary ~ \"\\\\\"",
        "summary ~ reorder BY | summary ~ reorder BY",
        "status in (Open)ORDER BY key | status in (Open)",
        "status = \"Open\"order by \"Story Points\" | status = \"Open\"",
        "text ~ order-by | text ~ order-by",
        "cf[10001] = x AND issue.property[order].by = 1 | cf[10001] = x AND issue.property[order].by = 1",
        "reporter in membersOf(\"a)b(\") | reporter in membersOf(\"a)b(\")",
        "summary ~ a\\ order by key | summary ~ a\\ order by key"
      })
  void onlyATopLevelOrderByOutsideQuotesIsDropped(String jql, String conditions) {
    assertThat(Scope.matching(jql)).isEqualTo(new Scope.Matching(conditions));
  }

  @Test
  void orderByMaySpanLinesInAnyCase() {
    assertThat(Scope.matching("a = 1\nOR b = 2\nOrDeR\n\tbY\nx"))
        .isEqualTo(new Scope.Matching("a = 1\nOR b = 2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n", "ORDER BY created", " order by key DESC"})
  void jqlWithoutConditionsIsEverything(String jql) {
    assertThat(Scope.matching(jql)).isEqualTo(Scope.everything());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "project = A) OR (project = B",
        "(project = A",
        "project in (A, B))",
        "summary ~ \"open",
        "summary ~ 'open",
        "summary ~ \"open\\\"",
        "cf[10001 = 1"
      })
  void jqlThatCouldEscapeItsBracketsIsRefused(String jql) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Scope.matching(jql))
        .withMessageContaining("the JQL");
  }

  @Test
  void trap24FilterIsPutIntoBracketsSoThatItsOrCannotLeaveTheRange() {
    assertThat(Jql.in(Scope.matching("project = A OR project = B ORDER BY key")))
        .contains("(project = A OR project = B)");
  }

  @Test
  void eachProjectIsNamedOnce() {
    assertThat(Jql.in(Scope.projects(List.of("A", "B", "A"))))
        .contains("project in (\"A\", \"B\")");
  }

  @Test
  void noProjectsMeansEverything() {
    assertThat(Scope.projects(List.of())).isEqualTo(Scope.everything());
    assertThat(Jql.in(Scope.everything())).isEmpty();
  }
}
