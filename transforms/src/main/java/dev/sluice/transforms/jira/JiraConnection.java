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
 * @param transport how requests may travel
 * @param knownEdition the edition, null until probed; a client asks the site when it is null
 */
public record JiraConnection(
    URI baseUrl,
    Auth auth,
    BudgetLimits budget,
    Timeouts timeouts,
    Patience patience,
    Transport transport,
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
      throw new JiraException.Misconfigured(Trouble.NO_ADDRESS.with());
    }
    if (baseUrl.getRawUserInfo() != null
        || baseUrl.getRawQuery() != null
        || baseUrl.getRawFragment() != null) {
      throw new JiraException.Misconfigured(Trouble.ADDRESS_WITH_MORE.with());
    }
  }

  /** Describes a site whose edition is still to be probed, with the standard time-outs. */
  public static JiraConnection to(URI baseUrl, Auth auth, BudgetLimits budget) {
    return new JiraConnection(
        baseUrl,
        auth,
        budget,
        Timeouts.STANDARD,
        Patience.STANDARD,
        Transport.STANDARD,
        /* knownEdition= */ null);
  }

  /** Returns the edition when it is known. */
  public Optional<Edition> edition() {
    return Optional.ofNullable(knownEdition);
  }

  /** Returns the same connection with its edition settled: clients then probe no more. */
  public JiraConnection withEdition(Edition edition) {
    return new JiraConnection(baseUrl, auth, budget, timeouts, patience, transport, edition);
  }

  /** Returns the same connection with other time-outs. */
  public JiraConnection withTimeouts(Timeouts changed) {
    return new JiraConnection(baseUrl, auth, budget, changed, patience, transport, knownEdition);
  }

  /** Returns the same connection with another patience. */
  public JiraConnection withPatience(Patience changed) {
    return new JiraConnection(baseUrl, auth, budget, timeouts, changed, transport, knownEdition);
  }

  /** Returns the same connection on another way. */
  public JiraConnection withTransport(Transport changed) {
    return new JiraConnection(baseUrl, auth, budget, timeouts, patience, changed, knownEdition);
  }

  /** Returns the same connection with another budget, for instance one worker's share. */
  public JiraConnection withBudget(BudgetLimits changed) {
    return new JiraConnection(baseUrl, auth, changed, timeouts, patience, transport, knownEdition);
  }

  /**
   * Refuses a connection on which a login would go unencrypted over a network.
   *
   * @throws JiraException.Misconfigured unless the transport allows it
   */
  public void requireSafe() {
    transport.requireSafe(baseUrl);
    if (auth instanceof Auth.ClientCredentials client) {
      transport.requireSafe(client.tokenUrl());
    }
  }

  /** Returns the name under which all clients of the site share one budget. */
  public String siteKey() {
    return new SiteAddress(baseUrl).key();
  }
}
