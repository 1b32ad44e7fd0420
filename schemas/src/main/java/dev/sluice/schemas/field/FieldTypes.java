package dev.sluice.schemas.field;

import dev.sluice.schemas.type.ListOf;
import dev.sluice.schemas.type.Scalar;
import dev.sluice.schemas.type.Structs;
import dev.sluice.schemas.type.Type;
import java.util.Optional;

/**
 * The column type of a custom field. What is not listed here is kept as JSON: complete, and never
 * guessed from its values.
 */
public final class FieldTypes {

  private FieldTypes() {}

  /** Returns the type by {@code schema.type}, {@code schema.items} and {@code schema.custom}. */
  public static Type of(JiraField field) {
    return byKind(field.customKind().orElse("")).or(() -> declared(field)).orElse(Scalar.JSON);
  }

  /**
   * Kinds whose declared type says too little: {@code any}, or {@code array<string>} for objects.
   */
  private static Optional<Type> byKind(String kind) {
    return switch (kind) {
      case "gh-sprint" -> Optional.of(new ListOf(Structs.SPRINT));
      case "gh-epic-link", "gh-lexo-rank" -> Optional.of(Scalar.STRING);
      case "cascadingselect" -> Optional.of(Structs.CASCADING);
      // Old servers declare string and array<string> for them, and send objects all the same.
      case "select", "radiobuttons" -> Optional.of(Structs.OPTION);
      case "multiselect", "multicheckboxes" -> Optional.of(new ListOf(Structs.OPTION));
      default -> Optional.empty();
    };
  }

  private static Optional<Type> declared(JiraField field) {
    String type = field.schemaType().orElse("");
    return type.equals("array")
        ? field.schemaItems().flatMap(FieldTypes::single).map(ListOf::new)
        : single(type);
  }

  private static Optional<Type> single(String type) {
    return switch (type) {
      case "number" -> Optional.of(Scalar.DOUBLE);
      case "date" -> Optional.of(Scalar.DATE);
      case "datetime" -> Optional.of(Scalar.TIMESTAMP);
      case "string" -> Optional.of(Scalar.STRING);
      case "option" -> Optional.of(Structs.OPTION);
      case "option-with-child" -> Optional.of(Structs.CASCADING);
      case "user" -> Optional.of(Structs.USER);
      case "group" -> Optional.of(Structs.GROUP);
      case "version", "component", "project", "priority" -> Optional.of(Structs.REFERENCE);
      default -> Optional.empty();
    };
  }
}
