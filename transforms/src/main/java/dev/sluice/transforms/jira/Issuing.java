package dev.sluice.transforms.jira;

import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** Makes the login that a connection names. */
final class Issuing {
  private final JiraConnection connection;
  private final Budget budget;
  private final Surroundings world;
  private final RequestCounters counters;

  Issuing(JiraConnection connection, Budget budget, Surroundings world, RequestCounters counters) {
    this.connection = connection;
    this.budget = budget;
    this.world = world;
    this.counters = counters;
  }

  Credentials make() {
    Redaction redaction = new Redaction();
    Auth auth = connection.auth();
    if (auth instanceof Auth.ClientCredentials client) {
      return new Credentials(
          auth,
          new ServiceLogin(
              client,
              world.secrets(),
              form -> post(client.tokenUrl(), form),
              world.clock(),
              redaction),
          redaction);
    }
    return new Credentials(auth, new SecretLogin(auth, world.secrets(), redaction), redaction);
  }

  /** Data Center issues tokens itself: that is a request to the site like any other. */
  private SideServices.Answer post(URI address, Map<String, String> form) throws IOException {
    SideServices services =
        new SideServices(
            connection.transport(),
            world.secrets()::variable,
            new Backoff(connection.patience(), world.random()),
            world.ticker());
    boolean ofTheSite =
        new SiteAddress(address).host().equals(new SiteAddress(connection.baseUrl()).host());
    if (!ofTheSite) {
      return services.post(address, form);
    }
    try {
      while (budget.enter("POST token") instanceof Budget.Entry.Paused paused) {
        world.ticker().sleep(paused.remaining());
      }
    } catch (InterruptedException e) {
      throw new JiraException.Interrupted();
    }
    try {
      counters.sent();
      return services.post(address, form);
    } finally {
      budget.leave();
    }
  }
}
