package dev.sluice.schemas.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A table whose rows come from issues.
 *
 * @param elements the parts of one issue a row each is made from, in Jira's order
 * @param <E> what one row is made from
 */
public record IssueDeclaration<E>(Declaration<E> declaration, Elements<E> elements) {

  /** Finds the parts of an issue a table has rows for. */
  @FunctionalInterface
  public interface Elements<E> {

    /** Returns the parts of the issue; none where it has none. */
    Iterable<E> of(JsonNode issue);
  }

  static IssueDeclaration<JsonNode> onePerIssue(Declaration<JsonNode> declaration) {
    return new IssueDeclaration<>(declaration, List::of);
  }
}
