package dev.sluice.schemas.type;

/** The type of a column, independent of any file format. */
public sealed interface Type permits Scalar, ListOf, Struct {

  /**
   * Returns the type as the word it has in plans and registry files, such as {@code double}, {@code
   * list<option>} or {@code user}; {@link #parse} reads it back.
   */
  String text();

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws IllegalArgumentException if no such type exists in this version
   */
  static Type parse(String text) {
    if (text.startsWith("list<") && text.endsWith(">")) {
      return new ListOf(parse(text.substring("list<".length(), text.length() - 1)));
    }
    for (Scalar scalar : Scalar.values()) {
      if (scalar.text().equals(text)) {
        return scalar;
      }
    }
    return Structs.named(text);
  }
}
