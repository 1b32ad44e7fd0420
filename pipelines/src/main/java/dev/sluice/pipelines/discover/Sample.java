package dev.sluice.pipelines.discover;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Issues of one project, counted: which fields have a value, and which types occur. */
record Sample(int issues, Map<String, Integer> fields, Map<String, Integer> issueTypes) {

  /** The one field of the catalogue that stands beside the others in an issue. */
  static final String KEY = "issuekey";

  static Sample of(List<JsonNode> issues) {
    Map<String, Integer> fields = new TreeMap<>();
    Map<String, Integer> issueTypes = new TreeMap<>();
    for (JsonNode issue : issues) {
      issue
          .path("fields")
          .fields()
          .forEachRemaining(
              field -> {
                if (hasValue(field.getValue())) {
                  fields.merge(field.getKey(), 1, Integer::sum);
                }
              });
      if (hasValue(issue.path("key"))) {
        fields.merge(KEY, 1, Integer::sum);
      }
      String type = issue.path("fields").path("issuetype").path("id").asText("");
      issueTypes.merge(type, 1, Integer::sum);
    }
    return new Sample(issues.size(), fields, issueTypes);
  }

  /** The ids of all fields that have a value in any of the samples. */
  static TreeSet<String> fieldsUsed(Iterable<Sample> samples) {
    TreeSet<String> ids = new TreeSet<>();
    samples.forEach(sample -> ids.addAll(sample.fields.keySet()));
    return ids;
  }

  /**
   * In how many issues of which project a field has a value; most first, else in the order given.
   */
  static Map<String, Integer> uses(String fieldId, Map<String, Sample> byProject) {
    Map<String, Integer> uses = new LinkedHashMap<>();
    byProject.entrySet().stream()
        .map(entry -> Map.entry(entry.getKey(), entry.getValue().fields.getOrDefault(fieldId, 0)))
        .filter(entry -> entry.getValue() > 0)
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .forEach(entry -> uses.put(entry.getKey(), entry.getValue()));
    return uses;
  }

  /** An empty list, text or object is no value, and neither is a page of children without any. */
  private static boolean hasValue(JsonNode value) {
    if (value.isNull() || value.isMissingNode() || (value.isContainerNode() && value.isEmpty())) {
      return false;
    }
    boolean blank = value.isTextual() && value.textValue().isBlank();
    boolean noChildren = value.isObject() && value.has("total") && value.path("total").asInt() == 0;
    return !blank && !noChildren;
  }
}
