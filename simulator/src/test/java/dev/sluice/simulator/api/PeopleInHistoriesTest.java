package dev.sluice.simulator.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.simulator.Browser;
import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.site.MarketingSite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PeopleInHistoriesTest {
  private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

  @ParameterizedTest
  @EnumSource
  void aChangedAssigneeIsNamedAsTheEditionNamesPeople(Edition edition) {
    try (JiraSimulator jira =
        JiraSimulator.builder().site(MarketingSite.seeded(7, 300, NOW)).edition(edition).start()) {
      boolean cloud = edition == Edition.CLOUD;
      String path = cloud ? "/rest/api/3/search/jql" : "/rest/api/2/search";
      String query = "?jql=created%3E0&maxResults=300&expand=changelog&fields=assignee";
      JsonNode issues = Browser.of(jira).get(path + query).json().path("issues");
      int ends = 0;
      for (JsonNode issue : issues) {
        String last = "";
        JsonNode histories = issue.at("/changelog/histories");
        for (JsonNode item : items(histories, cloud)) {
          assertThat(item.has("tmpFromAccountId") || item.has("tmpToAccountId")).isFalse();
          last = item.path("field").asText().equals("assignee") ? item.path("to").asText() : last;
        }
        JsonNode assignee = issue.at("/fields/assignee");
        if (!last.isEmpty()) {
          assertThat(assignee.path(cloud ? "accountId" : "key").asText()).isEqualTo(last);
          ends++;
        }
      }
      assertThat(ends).isPositive();
    }
  }

  /** Oldest first, which Cloud does not do by itself. */
  private static List<JsonNode> items(JsonNode histories, boolean newestFirst) {
    List<JsonNode> items = new ArrayList<>();
    for (int i = 0; i < histories.size(); i++) {
      int at = newestFirst ? histories.size() - 1 - i : i;
      histories.path(at).path("items").forEach(items::add);
    }
    return items;
  }
}
