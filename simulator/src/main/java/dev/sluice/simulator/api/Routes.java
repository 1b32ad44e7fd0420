package dev.sluice.simulator.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The endpoints of a Jira by method and path template. */
final class Routes {
  /** One route. */
  record Route(String method, List<String> template, Access access, Endpoint endpoint) {}

  /** A route that fits a path. */
  record Match(Route route, Map<String, String> variables) {}

  private final List<Route> routes = new ArrayList<>();

  /** Templates name their open parts in braces; the version of the API is the part {@code {v}}. */
  Routes add(String method, String template, Access access, Endpoint endpoint) {
    routes.add(new Route(method, parts(template), access, endpoint));
    return this;
  }

  Routes get(String template, Access access, Endpoint endpoint) {
    return add("GET", template, access, endpoint);
  }

  Routes post(String template, Access access, Endpoint endpoint) {
    return add("POST", template, access, endpoint);
  }

  /** The first route that fits, so fixed parts are to be added before open ones. */
  Optional<Match> match(String method, String path) {
    List<String> parts = parts(path);
    for (Route route : routes) {
      if (route.method().equals(method)) {
        Optional<Map<String, String>> variables = fit(route.template(), parts);
        if (variables.isPresent()) {
          return Optional.of(new Match(route, variables.get()));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Map<String, String>> fit(List<String> template, List<String> parts) {
    if (template.size() != parts.size()) {
      return Optional.empty();
    }
    Map<String, String> variables = new LinkedHashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      String expected = template.get(i);
      if (expected.startsWith("{")) {
        variables.put(expected.substring(1, expected.length() - 1), parts.get(i));
      } else if (!expected.equals(parts.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(variables);
  }

  private static List<String> parts(String path) {
    return List.of(path.split("/", -1));
  }
}
