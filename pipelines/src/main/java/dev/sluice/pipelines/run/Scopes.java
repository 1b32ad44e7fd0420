package dev.sluice.pipelines.run;

import dev.sluice.pipelines.config.JiraConfig;
import dev.sluice.transforms.jql.DateRange;
import dev.sluice.transforms.jql.Jql;
import dev.sluice.transforms.jql.RangeField;
import dev.sluice.transforms.jql.Scope;
import java.time.Instant;

/** Which issues a configuration is about. */
public final class Scopes {

  private Scopes() {}

  /** The user's own JQL, else the projects, else everything. */
  static Scope of(JiraConfig jira) {
    return jira.jql().map(Scope::matching).orElseGet(() -> Scope.projects(jira.projects()));
  }

  /** A query for all of them, of the bounded kind that Jira Cloud accepts, without an order. */
  public static String allIssues(JiraConfig jira) {
    return Jql.bounded(of(jira), RangeField.CREATED, DateRange.since(Instant.EPOCH));
  }
}
