package dev.sluice.pipelines.config;

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
 */
public record JiraConfig(
    URI url,
    AuthConfig auth,
    String site,
    List<String> projects,
    Optional<String> jql,
    BudgetConfig budget,
    int pageSize,
    Timeouts timeouts) {

  /** One page of a hundred is what every Jira serves with all fields. */
  public static final int DEFAULT_PAGE_SIZE = 100;

  /** How long to wait for a connection, and for the next byte of an answer. */
  public record Timeouts(Duration connect, Duration read) {

    /** Jira's own gateways give up after a minute. */
    public static final Timeouts DEFAULT =
        new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(60));
  }
}
