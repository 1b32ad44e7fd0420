package dev.sluice.pipelines.config;

import dev.sluice.transforms.jira.Transport;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The Jira to read.
 *
 * @param url with its context path, without a slash at the end
 * @param site the value of the lineage column {@code _site}, and the pipeline's name
 * @param projects keys; empty means everything visible
 * @param jql the user's own scope, instead of projects
 * @param pageSize issues asked for with one request
 * @param transport whom to trust, and whether a login may go unencrypted
 */
public record JiraConfig(
    URI url,
    AuthConfig auth,
    String site,
    List<String> projects,
    Optional<String> jql,
    BudgetConfig budget,
    int pageSize,
    Timeouts timeouts,
    Transport transport) {

  /** One page of a hundred is what every Jira serves with all fields. */
  public static final int DEFAULT_PAGE_SIZE = 100;

  /** The same Jira, of which only these projects are read. */
  JiraConfig withProjects(List<String> keys) {
    return new JiraConfig(url, auth, site, keys, jql, budget, pageSize, timeouts, transport);
  }

  /** The same Jira, whose login may go over unencrypted connections. */
  JiraConfig withClearTextAllowed() {
    Transport clear = new Transport(transport.authorities(), true);
    return new JiraConfig(url, auth, site, projects, jql, budget, pageSize, timeouts, clear);
  }

  /** How long to wait for a connection, and for the next byte of an answer. */
  public record Timeouts(Duration connect, Duration read) {

    /** Jira's own gateways give up after a minute. */
    public static final Timeouts DEFAULT =
        new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(60));
  }
}
