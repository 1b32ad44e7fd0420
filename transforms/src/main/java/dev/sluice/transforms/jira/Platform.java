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

  /** Returns the components of a project. */
  List<JsonNode> components(String projectId);

  /** Returns the people of the directory, those who left included. */
  List<JsonNode> users();

  /** Returns how many issues a page holds at most when nothing but ids is asked for. */
  int idsPerPage();

  /** Tells whether many issues can be looked up at once. */
  boolean bulkIssues();

  /** Tells whether the changelogs of many issues can be had at once. */
  boolean bulkChangelogs();

  /** Says how the children of one issue are asked for. */
  ChildRequest children(ChildKind kind, String issueId);

  static Platform of(Edition edition, Exchange exchange) {
    return switch (edition) {
      case CLOUD -> new CloudPlatform(exchange);
      case DATA_CENTER -> new DataCenterPlatform(exchange);
    };
  }
}
