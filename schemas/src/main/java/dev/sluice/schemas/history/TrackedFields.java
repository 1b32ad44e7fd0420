package dev.sluice.schemas.history;

import dev.sluice.schemas.field.FieldColumn;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.field.JiraField;
import dev.sluice.schemas.type.ListOf;
import dev.sluice.schemas.type.Scalar;
import dev.sluice.schemas.type.Struct;
import dev.sluice.schemas.type.Structs;
import dev.sluice.schemas.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The fields that are followed, in id order: Jira's own, and custom fields with a column. Fields
 * Jira or an app computes are not among them: no changelog knows when they changed, so their value
 * says nothing about creation.
 */
final class TrackedFields {

  private static final Set<String> RANKS =
      Set.of("gh-lexo-rank", "gh-global-rank", "greenhopper-ranking");
  private static final List<String> COMPUTING_APPS =
      List.of("com.atlassian.jira.ext.charting:", "com.atlassian.jira.toolkit:");

  private static final String CUSTOM_PREFIX = "customfield_";

  private TrackedFields() {}

  static List<TrackedField> of(FieldColumns columns) {
    List<TrackedField> fields = new ArrayList<>(SystemFields.ALL);
    int before = (int) fields.stream().filter(f -> f.id().compareTo(CUSTOM_PREFIX) < 0).count();
    fields.addAll(before, custom(columns));
    return List.copyOf(fields);
  }

  /** By number, as the columns come; as text, 10 would come before 9. */
  private static List<TrackedField> custom(FieldColumns columns) {
    List<TrackedField> fields = new ArrayList<>();
    for (FieldColumn column : columns.columns()) {
      if (!isComputed(column.field())) {
        fields.add(
            new TrackedField(column.fieldId(), column.name(), FieldChange.CUSTOM, form(column)));
      }
    }
    return fields;
  }

  static Set<String> sprintFields(FieldColumns columns) {
    return columns.columns().stream()
        .filter(column -> column.type().equals(new ListOf(Structs.SPRINT)))
        .map(FieldColumn::fieldId)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean isComputed(JiraField field) {
    String custom = field.schemaCustom().orElse("");
    return RANKS.contains(field.customKind().orElse(""))
        || COMPUTING_APPS.stream().anyMatch(custom::startsWith);
  }

  private static ValueForm form(FieldColumn column) {
    if (column.field().customKind().filter("textarea"::equals).isPresent()) {
      return ValueForm.RICH_TEXT;
    }
    Type type = column.type();
    if (type instanceof ListOf list) {
      return listForm(list.element());
    }
    return type instanceof Struct struct ? structForm(struct) : scalarForm((Scalar) type);
  }

  private static ValueForm listForm(Type element) {
    if (element.equals(Structs.SPRINT)) {
      return ValueForm.SPRINTS;
    }
    if (element == Scalar.STRING) {
      return ValueForm.LABELS;
    }
    return element instanceof Struct ? ChangelogLists.of(element) : ValueForm.UNKNOWN;
  }

  private static ValueForm structForm(Struct struct) {
    if (struct.equals(Structs.USER)) {
      return ValueForm.PERSON;
    }
    if (struct.equals(Structs.CASCADING)) {
      return ValueForm.CASCADING;
    }
    if (struct.equals(Structs.GROUP)) {
      return ValueForm.GROUP;
    }
    if (struct.equals(Structs.OPTION)) {
      return ValueForm.OPTION;
    }
    return struct.equals(Structs.REFERENCE) ? ValueForm.REFERENCE : ValueForm.UNKNOWN;
  }

  private static ValueForm scalarForm(Scalar type) {
    return switch (type) {
      case DOUBLE, LONG -> ValueForm.NUMBER;
      case STRING, BOOLEAN -> ValueForm.TEXT;
      case DATE -> ValueForm.DAY;
      case TIMESTAMP -> ValueForm.INSTANT;
      case JSON -> ValueForm.UNKNOWN;
    };
  }
}
