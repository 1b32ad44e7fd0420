package dev.sluice.simulator.search;

import dev.sluice.simulator.jql.JqlException;
import dev.sluice.simulator.jql.Operand;
import dev.sluice.simulator.site.Site;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The functions that stand for people and sprints. */
record NamedFunctions(Site site, Account account) {
  /**
   * The lower-case names the call stands for.
   *
   * @throws JqlException when there is no such function
   */
  Set<String> names(Operand.Call call) {
    return switch (Values.lower(call.function())) {
      case "currentuser" -> account.names();
      case "opensprints" -> sprints("active");
      case "closedsprints" -> sprints("closed");
      case "futuresprints" -> sprints("future");
      default -> throw new JqlException("Unable to find JQL function '" + call.function() + "()'.");
    };
  }

  private Set<String> sprints(String state) {
    return site.sprints().values().stream()
        .flatMap(List::stream)
        .filter(sprint -> sprint.path("state").asText().equalsIgnoreCase(state))
        .map(sprint -> sprint.path("id").asText())
        .collect(Collectors.toUnmodifiableSet());
  }
}
