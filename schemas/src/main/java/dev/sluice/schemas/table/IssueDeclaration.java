package dev.sluice.schemas.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A table whose rows come from issues.
 *
 * @param elements the parts of one issue a row each is made from, in Jira's order
 * @param children for a table of children, the field they stand in
 * @param <E> what one row is made from
 */
public record IssueDeclaration<E>(
    Declaration<E> declaration, Elements<E> elements, Optional<Children<E>> children) {

  /** Finds the parts of an issue a table has rows for. */
  @FunctionalInterface
  public interface Elements<E> {

    /** Returns the parts of the issue; none where it has none. */
    Iterable<E> of(IssueElement issue);
  }

  /**
   * Where children stand in an issue.
   *
   * @param json a child as Jira sent it
   */
  public record Children<E>(String fieldId, Function<E, JsonNode> json) {}

  static <E> IssueDeclaration<E> of(Declaration<E> declaration, Elements<E> elements) {
    return new IssueDeclaration<>(declaration, elements, Optional.empty());
  }

  static IssueDeclaration<JsonNode> onePerIssue(Declaration<JsonNode> declaration) {
    return of(declaration, issue -> List.of(issue.json()));
  }

  /** One row for each object of a list below {@code fields}; the first name is the field's id. */
  static IssueDeclaration<ChildElement> children(
      Declaration<ChildElement> declaration, String... list) {
    JsonPath path = JsonPath.field(list);
    return new IssueDeclaration<>(
        declaration,
        issue -> ChildElement.all(issue.json(), path.in(issue.json())),
        Optional.of(new Children<>(list[0], ChildElement::json)));
  }
}
