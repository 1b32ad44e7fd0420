package dev.sluice.transforms.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.transforms.jira.IssueIdPages;
import dev.sluice.transforms.jira.IssueLookup;
import dev.sluice.transforms.jira.IssuePages;
import dev.sluice.transforms.jira.JiraClient;
import dev.sluice.transforms.jira.SearchRequest;
import dev.sluice.transforms.jql.IssueCounter;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What a sweep asks of Jira. */
interface SweptJira {

  /** Few fields do not make Jira lower it on either edition. */
  int ISSUES_PER_PAGE = 1_000;

  IssueCounter counter();

  /** The ids a query finds, in its order. */
  IssueIdPages ids(String jql);

  /** The issues a query finds, in its order, with some of their fields. */
  IssuePages issues(String jql, List<String> fields);

  /** Every project the account may see, archived ones included, as Jira sends them. */
  List<JsonNode> projects();

  /** What is known of issues by their ids, past the search index. */
  IssueLookup.Answer find(Collection<Long> issueIds);

  /** Whether Jira says that the account may see the issues of a project. */
  boolean mayBrowse(String projectId);

  /** The server's time at its last answer, UTC. */
  Instant now();

  static SweptJira of(JiraClient client, IssueCounter counter) {
    return new LiveJira(client, counter);
  }

  /** A real one. */
  record LiveJira(JiraClient client, IssueCounter counter) implements SweptJira {

    @Override
    public IssueIdPages ids(String jql) {
      return client.issueIds(jql);
    }

    @Override
    public IssuePages issues(String jql, List<String> fields) {
      return client.search(new SearchRequest(jql, fields, List.of(), ISSUES_PER_PAGE));
    }

    @Override
    public List<JsonNode> projects() {
      return client.projects();
    }

    @Override
    public IssueLookup.Answer find(Collection<Long> issueIds) {
      return client.lookup().find(issueIds);
    }

    @Override
    public boolean mayBrowse(String projectId) {
      return client.lookup().mayBrowse(projectId);
    }

    @Override
    public Instant now() {
      return client.serverTime();
    }
  }
}
