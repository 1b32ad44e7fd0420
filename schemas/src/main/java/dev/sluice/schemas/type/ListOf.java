package dev.sluice.schemas.type;

/** A list in Jira's order; its elements are never null and never lists. */
public record ListOf(Type element) implements Type {

  /** Refuses lists of lists, which no warehouse can hold. */
  public ListOf {
    if (element instanceof ListOf) {
      throw new IllegalArgumentException("a list of lists is not a column type: " + element);
    }
  }

  @Override
  public String text() {
    return "list<" + element.text() + ">";
  }
}
