package dev.sluice.simulator.jql;

import java.util.List;
import java.util.Optional;

/**
 * A query that is well formed.
 *
 * @param restriction absent when there is only an order, which Jira Cloud calls unbounded
 */
public record Query(Optional<Clause> restriction, List<Sort> order) {
  /** One field of {@code ORDER BY}. */
  public record Sort(String field, boolean descending) {}

  public Query {
    order = List.copyOf(order);
  }

  /**
   * Reads a query as the search endpoints do: words without any operator are a text search, even
   * those that would be a syntax error to a stricter reader.
   *
   * @throws JqlException with Jira's message and position
   */
  public static Query read(String jql) {
    try {
      return parse(jql);
    } catch (JqlException malformed) {
      if (onlyWords(jql)) {
        return new Query(Optional.of(new Clause.FreeText(jql)), List.of());
      }
      throw malformed;
    }
  }

  /**
   * Parses strictly by the grammar, which is what {@code /jql/parse} does.
   *
   * @throws JqlException with Jira's message and position
   */
  public static Query parse(String jql) {
    return new Parser(Tokens.of(jql)).query();
  }

  private static boolean onlyWords(String jql) {
    return jql.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == ' ' || c == '_')
        && jql.codePoints().anyMatch(Character::isLetterOrDigit);
  }
}
