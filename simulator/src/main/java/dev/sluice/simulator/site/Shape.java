package dev.sluice.simulator.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What the values of a custom field look like, and the type that a field of that look has. */
enum Shape {
  NUMBER("number", "", "float"),
  DATE("date", "", "datepicker"),
  DATETIME("datetime", "", "datetime"),
  TEXT("string", "", "textfield"),
  DOCUMENT("string", "", "textarea"),
  RANK("any", "", "gh-lexo-rank"),
  OPTION("option", "", "select"),
  OPTION_WITH_CHILD("option-with-child", "", "cascadingselect"),
  USER("user", "", "userpicker"),
  VERSION("version", "", "version"),
  TEXTS("array", "string", "labels"),
  OPTIONS("array", "option", "multiselect"),
  USERS("array", "user", "multiuserpicker"),
  VERSIONS("array", "version", "multiversion"),
  SPRINTS("array", "json", "gh-sprint"),
  NONE("any", "", "any"),
  OTHER("any", "", "any");

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final Pattern RANKED = Pattern.compile("\\d+\\|\\w+:\\w*");

  private final String type;
  private final String items;
  private final String custom;

  Shape(String type, String items, String custom) {
    this.type = type;
    this.items = items;
    this.custom = custom;
  }

  /** The shape of one value. */
  static Shape of(JsonNode value) {
    if (value.isNumber()) {
      return NUMBER;
    }
    if (value.isTextual()) {
      return ofText(value.textValue());
    }
    if (value.isArray()) {
      return ofArray(value);
    }
    return value.isNull() ? NONE : ofObject(value);
  }

  /** The one shape that holds for values of all these. */
  static Shape together(Collection<Shape> seen) {
    Set<Shape> shapes = EnumSet.noneOf(Shape.class);
    shapes.addAll(seen);
    shapes.remove(NONE);
    if (shapes.isEmpty()) {
      return NONE;
    }
    if (shapes.size() == 1) {
      return shapes.iterator().next();
    }
    if (Set.of(OPTION, OPTION_WITH_CHILD).containsAll(shapes)) {
      return OPTION_WITH_CHILD;
    }
    if (Set.of(TEXT, DOCUMENT).containsAll(shapes)) {
      return DOCUMENT;
    }
    return Set.of(TEXT, DATE, DATETIME, RANK).containsAll(shapes) ? TEXT : OTHER;
  }

  ObjectNode schema(String fieldId) {
    ObjectNode schema = Json.object().put("type", type);
    if (!items.isEmpty()) {
      schema.put("items", items);
    }
    String plugin =
        custom.startsWith("gh-")
            ? "com.pyxis.greenhopper.jira:"
            : "com.atlassian.jira.plugin.system.customfieldtypes:";
    String number = fieldId.substring(fieldId.indexOf('_') + 1);
    schema.put("custom", plugin + custom);
    return number.matches("\\d{1,18}") ? schema.put("customId", Long.parseLong(number)) : schema;
  }

  private static Shape ofText(String text) {
    if (DAY.matcher(text).matches()) {
      return DATE;
    }
    if (RANKED.matcher(text).matches()) {
      return RANK;
    }
    return Stamps.parse(text).isPresent() ? DATETIME : TEXT;
  }

  private static Shape ofArray(JsonNode values) {
    Set<Shape> shapes = EnumSet.noneOf(Shape.class);
    for (JsonNode value : values) {
      shapes.add(SprintNotes.isSprint(value) ? SPRINTS : of(value));
    }
    if (shapes.isEmpty()) {
      return NONE;
    }
    return switch (together(List.copyOf(shapes))) {
      case TEXT, DATE, DATETIME -> TEXTS;
      case OPTION -> OPTIONS;
      case USER -> USERS;
      case VERSION -> VERSIONS;
      case SPRINTS -> SPRINTS;
      default -> OTHER;
    };
  }

  private static Shape ofObject(JsonNode value) {
    if (value.path("type").asText().equals("doc") && value.path("content").isArray()) {
      return DOCUMENT;
    }
    if (value.path("value").isTextual() && value.has("id")) {
      return value.has("child") ? OPTION_WITH_CHILD : OPTION;
    }
    if (value.path("displayName").isTextual()) {
      return USER;
    }
    return value.path("name").isTextual() && value.path("released").isBoolean() ? VERSION : OTHER;
  }
}
