package dev.sluice.pipelines.run;

import dev.sluice.pipelines.config.AuthConfig;
import dev.sluice.pipelines.config.JiraConfig;
import dev.sluice.transforms.jira.Auth;
import dev.sluice.transforms.jira.BudgetLimits;
import dev.sluice.transforms.jira.JiraConnection;
import dev.sluice.transforms.jira.Patience;
import dev.sluice.transforms.jira.SecretReference;
import dev.sluice.transforms.jira.Timeouts;

/** Turns the configuration of a Jira into a connection. */
public final class Connections {

  private Connections() {}

  /** The connection; nothing is read or sent. */
  public static JiraConnection to(JiraConfig jira) {
    BudgetLimits budget =
        new BudgetLimits(
            jira.budget().requestsPerSecond(),
            jira.budget().concurrency(),
            jira.budget().quietHours(),
            jira.budget().shared());
    Timeouts timeouts =
        new Timeouts(jira.timeouts().connect(), jira.timeouts().read(), Timeouts.STANDARD.whole());
    return JiraConnection.to(jira.url(), auth(jira.auth()), budget)
        .withTimeouts(timeouts)
        .withTransport(jira.transport())
        .withPatience(Patience.STANDARD.withLongestWait(jira.budget().maxWait()));
  }

  private static Auth auth(AuthConfig auth) {
    SecretReference secret = new SecretReference(auth.token());
    if (auth instanceof AuthConfig.ClientCredentials client) {
      return new Auth.ClientCredentials(
          client.clientId(), secret, client.tokenUrl(), client.scope());
    }
    return auth instanceof AuthConfig.Basic basic
        ? new Auth.Basic(basic.user(), secret)
        : new Auth.Bearer(secret);
  }
}
