package dev.sluice.simulator.jql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QueryTest {
  @Test
  void andBindsTighterThanOr() {
    assertThat(Query.parse("a = 1 or b = 2 and c = 3").restriction())
        .contains(
            new Clause.Or(
                List.of(
                    equal("a", "1"), new Clause.And(List.of(equal("b", "2"), equal("c", "3"))))));
  }

  @Test
  void notIsPushedDownToTheConditions() {
    assertThat(Query.parse("not (a = 1 or b < 2)")).isEqualTo(Query.parse("a != 1 and b >= 2"));
    assertThat(Query.parse("! not a = 1")).isEqualTo(Query.parse("a = 1"));
  }

  @Test
  void digitsKnowWhetherTheyStoodInQuotes() {
    assertThat(Query.parse("created >= \"1732877091000\"").restriction())
        .contains(
            new Clause.Condition(
                "created", Operator.GREATER_OR_EQUAL, new Operand.Value("1732877091000", true)));
  }

  @Test
  void escapesAreResolved() {
    assertThat(Query.parse("a = \"\\u0041 \\\"b\\\" \\\\c\\tX\"").restriction())
        .contains(
            new Clause.Condition("a", Operator.EQUALS, new Operand.Value("A \"b\" \\c\tX", true)));
  }

  @Test
  void listsInListsAreFlatAndFunctionsKeepTheirArguments() {
    assertThat(Query.parse("a in ((x), f(1, \"two\"))").restriction())
        .contains(
            new Clause.Condition(
                "a",
                Operator.IN,
                new Operand.Several(
                    List.of(
                        new Operand.Value("x", false),
                        new Operand.Call("f", List.of("1", "two"))))));
  }

  @Test
  void anOrderAloneIsNoRestriction() {
    Query query = Query.parse("order by created desc, cf[10042]");

    assertThat(query.restriction()).isEqualTo(Optional.empty());
    assertThat(query.order())
        .containsExactly(new Query.Sort("created", true), new Query.Sort("cf[10042]", false));
  }

  @Test
  void onlyTheLenientReaderTakesWordsForATextSearch() {
    assertThat(Query.read("this is not jql").restriction())
        .contains(new Clause.FreeText("this is not jql"));
    assertThatThrownBy(() -> Query.parse("this is not jql")).isInstanceOf(JqlException.class);
    assertThatThrownBy(() -> Query.read("project = = x")).isInstanceOf(JqlException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "project = INT | 'INT' is a reserved JQL word. You must surround it in quotation marks"
            + " to use it in a query. (line 1, character 11)",
        "project = \"open | The quoted string 'open' has not been completed. (line 1, character 11)",
        "a = $b | The character '$' is a reserved JQL character. You must enclose it in a string"
            + " or use the escape '\\u0024' instead. (line 1, character 5)",
        "a = \"\\q\" | '\\q' is an illegal JQL escape sequence. The valid escape sequences are \\',"
            + " \\\", \\t, \\n, \\r, \\\\, '\\ ' and \\uXXXX. (line 1, character 6)",
        "project = = x | Expecting either a value, list or function but got '='. (line 1,"
            + " character 11)",
        "project = | Expecting either a value, list or function before the end of the query.",
        "a = 1 b | Expecting either 'OR' or 'AND' but got 'b'. (line 1, character 7)",
      })
  void mistakesAreToldInTheWordsOfJira(String jql, String message) {
    assertThatThrownBy(() -> Query.read(jql)).hasMessage("Error in the JQL Query: " + message);
  }

  @Test
  void deepNestingIsRefusedInsteadOfOverflowing() {
    assertThatThrownBy(() -> Query.read("(".repeat(100_000) + "a = 1"))
        .hasMessageContaining("too complex");
  }

  private static Clause equal(String field, String value) {
    return new Clause.Condition(field, Operator.EQUALS, new Operand.Value(value, false));
  }
}
