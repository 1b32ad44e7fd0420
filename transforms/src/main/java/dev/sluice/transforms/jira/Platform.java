package dev.sluice.transforms.jira;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What the two editions do differently. */
sealed interface Platform permits CloudPlatform, DataCenterPlatform {

  /** Returns the path under which the edition serves its newest interface. */
  String apiPath();

  IssuePages search(SearchRequest request);

  long count(String jql);

  /** Returns every project the account may see, archived ones included. */
  List<JsonNode> projects();

  static Platform of(Edition edition, Exchange exchange) {
    return switch (edition) {
      case CLOUD -> new CloudPlatform(exchange);
      case DATA_CENTER -> new DataCenterPlatform(exchange);
    };
  }
}
