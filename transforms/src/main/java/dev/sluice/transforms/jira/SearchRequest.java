package dev.sluice.transforms.jira;

import java.util.List;

/**
 * Asks for issues.
 *
 * @param jql the query with its order; must be bounded on Cloud
 * @param fields the fields of each issue, {@code *all} for every one; never empty, since Cloud
 *     answers ids only when none are named
 * @param expand what else comes with each issue, such as {@code changelog}
 * @param pageSize issues asked for at a time, 1 to 5,000; Jira may send fewer
 */
public record SearchRequest(String jql, List<String> fields, List<String> expand, int pageSize) {

  /** Copies the lists and refuses what Jira refuses. */
  public SearchRequest {
    fields = List.copyOf(fields);
    expand = List.copyOf(expand);
    if (fields.isEmpty()) {
      throw new IllegalArgumentException("A search must name its fields");
    }
    if (pageSize < 1 || pageSize > 5_000) {
      throw new IllegalArgumentException("Page size not within 1 to 5,000: " + pageSize);
    }
  }
}
