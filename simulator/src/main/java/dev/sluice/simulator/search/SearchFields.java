package dev.sluice.simulator.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.jql.JqlException;
import dev.sluice.simulator.site.SimIssue;
import dev.sluice.simulator.site.Traits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Finds fields by every name JQL has for them. */
final class SearchFields {
  private final Map<String, SearchField> byName = new HashMap<>();
  private final List<String> sprintFields = new ArrayList<>(List.of("sprint", "closedSprints"));

  SearchFields(List<ObjectNode> catalogue) {
    system();
    for (ObjectNode field : catalogue) {
      String id = field.path("id").asText();
      JsonNode schema = field.path("schema");
      if (schema.path("custom").asText().endsWith(":gh-sprint")) {
        sprintFields.add(id);
      } else {
        add(SearchField.stored(field.path("name").asText(id), kind(schema), id), names(field));
      }
    }
  }

  /**
   * Finds a field.
   *
   * @throws JqlException when the site has none of that name
   */
  SearchField named(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    SearchField field = byName.get(wanted);
    if (field == null && wanted.endsWith("]") && wanted.contains("[")) {
      // Cloud lets a custom field be named with its type: "Launch date[Date]".
      field = byName.get(wanted.substring(0, wanted.indexOf('[')).strip());
    }
    if (field == null) {
      throw new JqlException(
          "Field '" + name + "' does not exist or you do not have permission to view it.");
    }
    return field;
  }

  private void system() {
    add(
        new SearchField("key", FieldKind.KEY, TraitFields::key),
        List.of("key", "issuekey", "issue", "id"));
    add(
        new SearchField("created", FieldKind.DATE_TIME, TraitFields::created),
        List.of("created", "createddate"));
    add(
        new SearchField("updated", FieldKind.DATE_TIME, TraitFields::updated),
        List.of("updated", "updateddate"));
    trait("project", FieldKind.PROJECT, Traits::projectId, Traits::projectKey);
    trait("status", FieldKind.NAMED, Traits::statusId, Traits::status);
    trait("issuetype", FieldKind.NAMED, Traits::issueTypeId, Traits::issueType, "type");
    trait("priority", FieldKind.PRIORITY, Traits::priorityId, Traits::priority);
    trait("resolution", FieldKind.NAMED, Traits::resolutionId, Traits::resolution);
    add(
        new SearchField("statusCategory", FieldKind.NAMED, TraitFields::statusCategory),
        List.of("statuscategory"));
    stored("resolutiondate", FieldKind.DATE_TIME, "resolved", "resolutiondate");
    stored("lastViewed", FieldKind.DATE_TIME, "lastviewed");
    stored("statuscategorychangedate", FieldKind.DATE_TIME, "statuscategorychangeddate");
    stored("duedate", FieldKind.DATE, "due", "duedate");
    stored("assignee", FieldKind.PERSON, "assignee");
    stored("reporter", FieldKind.PERSON, "reporter");
    stored("creator", FieldKind.PERSON, "creator");
    stored("labels", FieldKind.NAMED, "labels");
    stored("components", FieldKind.NAMED, "component", "components");
    stored("fixVersions", FieldKind.NAMED, "fixversion", "fixversions");
    stored("versions", FieldKind.NAMED, "affectedversion", "versions");
    stored("parent", FieldKind.NAMED, "parent");
    stored("summary", FieldKind.TEXT, "summary");
    stored("description", FieldKind.TEXT, "description");
    stored("environment", FieldKind.TEXT, "environment");
    stored("comment", FieldKind.TEXT, "comment");
    add(
        new SearchField("text", FieldKind.ALL_TEXT, issue -> issue.json().path("fields")),
        List.of("text"));
    add(new SearchField("sprint", FieldKind.SPRINT, this::sprints), List.of("sprint"));
  }

  private JsonNode sprints(SimIssue issue) {
    ArrayNode found = JsonNodeFactory.instance.arrayNode();
    for (String id : sprintFields) {
      JsonNode value = issue.json().path("fields").path(id);
      if (value.isArray()) {
        value.forEach(found::add);
      } else if (!value.isMissingNode() && !value.isNull()) {
        found.add(value);
      }
    }
    return found;
  }

  private void trait(
      String name,
      FieldKind kind,
      Function<Traits, String> id,
      Function<Traits, String> called,
      String... others) {
    SearchField field = new SearchField(name, kind, TraitFields.of(id, called));
    add(field, List.of(name));
    add(field, List.of(others));
  }

  private void stored(String fieldId, FieldKind kind, String... names) {
    add(SearchField.stored(fieldId, kind, fieldId), List.of(names));
  }

  private void add(SearchField field, List<String> names) {
    names.forEach(name -> byName.putIfAbsent(name.toLowerCase(Locale.ROOT), field));
  }

  private static List<String> names(ObjectNode field) {
    List<String> names = new ArrayList<>();
    String id = field.path("id").asText();
    names.add(id);
    if (id.startsWith("customfield_")) {
      names.add("cf[" + id.substring("customfield_".length()) + "]");
    }
    field.path("clauseNames").forEach(clause -> names.add(clause.asText()));
    names.add(field.path("name").asText());
    return names;
  }

  private static FieldKind kind(JsonNode schema) {
    String custom = schema.path("custom").asText();
    return switch (schema.path("type").asText()) {
      case "datetime" -> FieldKind.DATE_TIME;
      case "date" -> FieldKind.DATE;
      case "number" -> FieldKind.NUMBER;
      case "user" -> FieldKind.PERSON;
      case "string" ->
          custom.endsWith(":textfield") || custom.endsWith(":textarea")
              ? FieldKind.TEXT
              : FieldKind.NAMED;
      default -> FieldKind.NAMED;
    };
  }
}
