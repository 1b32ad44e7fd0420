package dev.sluice.transforms.jira;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The query of a GET: names with values, in order; a name may repeat.
 *
 * @param parameters the pairs, not yet encoded
 */
public record QueryParameters(List<Parameter> parameters) {

  /** One name and its value, not yet encoded. */
  public record Parameter(String name, String value) {}

  /** Copies the pairs. */
  public QueryParameters {
    parameters = List.copyOf(parameters);
  }

  /** Returns the empty query. */
  public static QueryParameters none() {
    return new QueryParameters(List.of());
  }

  /** Returns this query with one pair more. */
  public QueryParameters with(String name, String value) {
    return new QueryParameters(
        Stream.concat(parameters.stream(), Stream.of(new Parameter(name, value))).toList());
  }

  /** Returns this query with one pair more. */
  public QueryParameters with(String name, long value) {
    return with(name, Long.toString(value));
  }

  /** Returns the text to append to a path: empty, or a question mark and the encoded pairs. */
  String encoded() {
    return parameters.isEmpty()
        ? ""
        : parameters.stream()
            .map(pair -> encode(pair.name()) + "=" + encode(pair.value()))
            .collect(Collectors.joining("&", "?", ""));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
