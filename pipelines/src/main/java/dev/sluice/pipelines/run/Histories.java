package dev.sluice.pipelines.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.pipelines.config.TablesConfig;
import dev.sluice.schemas.history.HistoryOptions;
import dev.sluice.schemas.table.Tables;
import dev.sluice.transforms.jira.JiraClient;
import java.util.HashMap;
import java.util.Map;

/** How the histories of a run are told. */
final class Histories {

  private Histories() {}

  /** Asks for the categories of statuses, one request, only if a table tells them. */
  static HistoryOptions of(JiraClient client, TablesConfig tables) {
    Map<String, String> categories = new HashMap<>();
    if (tables.selected().contains(Tables.STATUS_INTERVAL)) {
      for (JsonNode status : client.catalogue().list("/status")) {
        String category = status.path("statusCategory").path("key").asText("");
        if (!category.isEmpty()) {
          categories.put(status.path("id").asText(), category);
        }
      }
    }
    return new HistoryOptions(tables.historyInitial(), categories);
  }
}
