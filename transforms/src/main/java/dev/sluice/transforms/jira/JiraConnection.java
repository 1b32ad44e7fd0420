package dev.sluice.transforms.jira;

import java.io.Serializable;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Describes how one Jira site is reached. Serializable and free of secrets, so that it may travel
 * to workers.
 *
 * @param baseUrl the address of the site with any context path or {@code /ex/jira/<cloudId>} prefix
 * @param auth how to log in
 * @param budget what this JVM may ask of the site
 * @param timeouts how long one request may take
 * @param patience how failures are repeated
 * @param knownEdition the edition, null until probed; a client asks the site when it is null
 */
public record JiraConnection(
    URI baseUrl,
    Auth auth,
    BudgetLimits budget,
    Timeouts timeouts,
    Patience patience,
    @Nullable Edition knownEdition)
    implements Serializable {

  /**
   * Refuses addresses no request could be sent to.
   *
   * @throws JiraException.Misconfigured when the address is not an absolute http(s) URL, or carries
   *     credentials, a query or a fragment
   */
  public JiraConnection {
    String scheme = baseUrl.getScheme() == null ? "" : baseUrl.getScheme().toLowerCase(Locale.ROOT);
    if (!(scheme.equals("https") || scheme.equals("http")) || baseUrl.getHost() == null) {
      throw new JiraException.Misconfigured(
          new Problem(
              "The address of Jira is not an http or https URL with a host.",
              "Write jira.url like https://acme.atlassian.net or https://jira.acme.com/jira."));
    }
    if (baseUrl.getRawUserInfo() != null
        || baseUrl.getRawQuery() != null
        || baseUrl.getRawFragment() != null) {
      throw new JiraException.Misconfigured(
          new Problem(
              "The address of Jira carries credentials, a query or a fragment.",
              "Write only scheme, host and path in jira.url; log in through jira.auth."));
    }
  }

  /** Describes a site whose edition is still to be probed, with the standard time-outs. */
  public static JiraConnection to(URI baseUrl, Auth auth, BudgetLimits budget) {
    return new JiraConnection(
        baseUrl, auth, budget, Timeouts.STANDARD, Patience.STANDARD, /* knownEdition= */ null);
  }

  /** Returns the edition when it is known. */
  public Optional<Edition> edition() {
    return Optional.ofNullable(knownEdition);
  }

  /** Returns the same connection with its edition settled: clients then probe no more. */
  public JiraConnection withEdition(Edition edition) {
    return new JiraConnection(baseUrl, auth, budget, timeouts, patience, edition);
  }

  /** Returns the same connection with other time-outs. */
  public JiraConnection withTimeouts(Timeouts changed) {
    return new JiraConnection(baseUrl, auth, budget, changed, patience, knownEdition);
  }

  /** Returns the same connection with another patience. */
  public JiraConnection withPatience(Patience changed) {
    return new JiraConnection(baseUrl, auth, budget, timeouts, changed, knownEdition);
  }

  /** Returns the same connection with another budget, for instance one worker's share. */
  public JiraConnection withBudget(BudgetLimits changed) {
    return new JiraConnection(baseUrl, auth, changed, timeouts, patience, knownEdition);
  }

  /** Returns the name under which all clients of the site share one budget. */
  public String siteKey() {
    return new SiteAddress(baseUrl).key();
  }
}
