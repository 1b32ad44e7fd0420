package dev.sluice.simulator.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.simulator.http.Request;
import dev.sluice.simulator.search.IssueIndex;
import dev.sluice.simulator.site.SimIssue;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A request that found its endpoint.
 *
 * @param version of the API: {@code 2}, {@code 3} or {@code latest}
 * @param variables the parts of the path that the template leaves open
 * @param anonymous whether Jira does not know the caller
 * @param index the issues at the one moment the whole answer is about
 * @param searched the issues as the search knows them at that moment
 */
record Call(
    Request request,
    String version,
    Map<String, String> variables,
    boolean anonymous,
    IssueIndex index,
    IssueIndex searched) {
  /** What is now in the place of issues that the search found as they once were. */
  List<SimIssue> asTheyAre(List<SimIssue> found) {
    return index.changes().version() == searched.changes().version()
        ? found
        : found.stream().flatMap(issue -> index.presentById(issue.id()).stream()).toList();
  }

  String variable(String name) {
    String value = variables.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the route has no variable " + name);
    }
    return value;
  }

  String text(String parameter) {
    return request.parameter(parameter).orElse("");
  }

  /**
   * A whole number.
   *
   * @throws ApiException 400 when it is none
   */
  int number(String parameter, int otherwise) {
    String text = text(parameter);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException notANumber) {
      throw ApiException.badRequest(
          "The value '" + text + "' of '" + parameter + "' is not a number.");
    }
  }

  /** Values given by repeating the parameter, by commas, or both. */
  List<String> list(String parameter) {
    return request.parameters(parameter).stream()
        .flatMap(value -> Arrays.stream(value.split(",", -1)))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .toList();
  }

  Set<String> set(String parameter) {
    return new LinkedHashSet<>(list(parameter));
  }

  /**
   * The body, which must be a JSON object sent as JSON.
   *
   * @throws ApiException 415 or 400
   */
  JsonNode body() {
    String type = request.header("content-type").orElse("");
    if (!type.startsWith("application/json")) {
      throw ApiException.unsupportedMediaType(type);
    }
    try {
      JsonNode body = JsonBody.MAPPER.readTree(request.bodyText());
      if (body.isObject()) {
        return body;
      }
    } catch (JsonProcessingException malformed) {
      throw ApiException.invalidPayload();
    }
    throw ApiException.invalidPayload();
  }
}
