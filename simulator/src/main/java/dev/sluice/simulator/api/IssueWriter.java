package dev.sluice.simulator.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.search.IssueIndex;
import dev.sluice.simulator.site.SimIssue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes issues as an edition and a version of the API show them.
 *
 * @param index the moment the answer is about
 * @param documents whether rich text is given as a document
 */
record IssueWriter(ServedSite jira, IssueIndex index, boolean documents, String version) {
  /** What of the children is embedded in an issue. */
  record Embedded(int histories, int comments, int worklogs) {}

  void write(
      JsonGenerator generator,
      SimIssue issue,
      FieldSelection selection,
      Set<String> expand,
      Embedded embedded)
      throws IOException {
    generator.writeStartObject();
    writeContent(generator, issue, selection, expand, embedded);
    generator.writeEndObject();
  }

  /** Writes everything between the braces of an issue. */
  void writeContent(
      JsonGenerator generator,
      SimIssue issue,
      FieldSelection selection,
      Set<String> expand,
      Embedded embedded)
      throws IOException {
    if (!selection.idOnly()) {
      generator.writeStringField("expand", "renderedFields,names,schema,operations,changelog");
    }
    generator.writeStringField("id", Long.toString(issue.id()));
    if (!selection.idOnly()) {
      generator.writeStringField(
          "self", jira.baseUrl().get() + "/rest/api/" + version + "/issue/" + issue.id());
      generator.writeStringField("key", issue.key());
    }
    if (expand.contains("changelog")) {
      changelog(generator, issue, embedded.histories());
    }
    if (selection.fields()) {
      fields(generator, issue, selection, embedded);
    }
  }

  private void fields(
      JsonGenerator generator, SimIssue issue, FieldSelection selection, Embedded embedded)
      throws IOException {
    generator.writeObjectFieldStart("fields");
    JsonNode fields = new Relatives(jira.fields(), index).asTheyAre(issue);
    for (Iterator<Map.Entry<String, JsonNode>> i = fields.fields(); i.hasNext(); ) {
      Map.Entry<String, JsonNode> field = i.next();
      String id = field.getKey();
      if (selection.selects(id, jira.fields())) {
        generator.writeFieldName(id);
        switch (id) {
          case "comment" -> children(generator, issue, id, "comments", embedded.comments());
          case "worklog" -> children(generator, issue, id, "worklogs", embedded.worklogs());
          default -> {
            if (jira.fields().richText(id)) {
              richText(generator, field.getValue());
            } else if (!jira.cloud() && jira.fields().sprints(id)) {
              sprints(generator, field.getValue());
            } else {
              jira.tree().write(generator, field.getValue());
            }
          }
        }
      }
    }
    generator.writeEndObject();
  }

  private void sprints(JsonGenerator generator, JsonNode sprints) throws IOException {
    if (!sprints.isArray()) {
      jira.tree().write(generator, sprints);
      return;
    }
    generator.writeStartArray();
    for (JsonNode sprint : sprints) {
      generator.writeString(sprint.isObject() ? SprintText.of(sprint) : sprint.asText());
    }
    generator.writeEndArray();
  }

  private void children(
      JsonGenerator generator, SimIssue issue, String field, String list, int most)
      throws IOException {
    List<JsonNode> all = Children.of(issue, field, list);
    int shown = Math.min(most, all.size());
    generator.writeStartObject();
    generator.writeNumberField("startAt", 0);
    generator.writeNumberField("maxResults", shown);
    generator.writeNumberField("total", all.size());
    generator.writeArrayFieldStart(list);
    for (JsonNode child : all.subList(0, shown)) {
      child(generator, child);
    }
    generator.writeEndArray();
    generator.writeEndObject();
  }

  /** A comment or a worklog, whose text is rich. */
  void child(JsonGenerator generator, JsonNode child) throws IOException {
    generator.writeStartObject();
    for (Iterator<Map.Entry<String, JsonNode>> i = child.fields(); i.hasNext(); ) {
      Map.Entry<String, JsonNode> property = i.next();
      generator.writeFieldName(property.getKey());
      if (property.getKey().equals("body") || property.getKey().equals("comment")) {
        richText(generator, property.getValue());
      } else {
        jira.tree().write(generator, property.getValue());
      }
    }
    generator.writeEndObject();
  }

  private void changelog(JsonGenerator generator, SimIssue issue, int most) throws IOException {
    List<JsonNode> all = new ArrayList<>(Children.histories(issue));
    if (jira.cloud()) {
      Collections.reverse(all);
    }
    int shown = Math.min(most, all.size());
    generator.writeObjectFieldStart("changelog");
    generator.writeNumberField("startAt", 0);
    generator.writeNumberField("maxResults", shown);
    generator.writeNumberField("total", all.size());
    generator.writeFieldName("histories");
    jira.tree().writeAll(generator, all.subList(0, shown));
    generator.writeEndObject();
  }

  /** Writes the names and schemas of the selected fields where they are asked for. */
  void explain(JsonGenerator generator, FieldSelection selection, Set<String> expand)
      throws IOException {
    if (expand.contains("names")) {
      names(generator, selection);
    }
    if (expand.contains("schema")) {
      schema(generator, selection);
    }
  }

  private void names(JsonGenerator generator, FieldSelection selection) throws IOException {
    generator.writeObjectFieldStart("names");
    for (String id : jira.fields().byId().keySet()) {
      if (selection.selects(id, jira.fields())) {
        generator.writeStringField(id, jira.fields().name(id));
      }
    }
    generator.writeEndObject();
  }

  private void schema(JsonGenerator generator, FieldSelection selection) throws IOException {
    generator.writeObjectFieldStart("schema");
    for (Map.Entry<String, ObjectNode> field : jira.fields().byId().entrySet()) {
      JsonNode schema = field.getValue().get("schema");
      if (schema != null && selection.selects(field.getKey(), jira.fields())) {
        generator.writeFieldName(field.getKey());
        generator.writeTree(schema);
      }
    }
    generator.writeEndObject();
  }

  private void richText(JsonGenerator generator, JsonNode value) throws IOException {
    if (documents && value.isTextual()) {
      RichText.writeDocument(generator, value.textValue());
    } else if (!documents && value.isObject()) {
      generator.writeString(RichText.wiki(value));
    } else {
      jira.tree().write(generator, value);
    }
  }
}
