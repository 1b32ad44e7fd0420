package dev.sluice.transforms.jira;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Opens clients for tests: virtual waits, jitter in the middle, a secret in a map. */
final class TestClients {
  static final String TOKEN = "canary-s3cret/+token";
  static final String CLOUD_INFO =
      "{\"version\":\"1001.0.0\",\"deploymentType\":\"Cloud\",\"serverTime\":\"2026-11-24T11:00:05.000+0100\"}";
  static final String DATA_CENTER_INFO = "{\"version\":\"10.3.24\",\"deploymentType\":\"Server\"}";

  private TestClients() {}

  static JiraConnection connection(URI uri) {
    return JiraConnection.to(
            uri,
            new Auth.Basic("a@b.c", new SecretReference("env:TOKEN")),
            new BudgetLimits(1000, 4))
        .withTimeouts(
            new Timeouts(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofMinutes(1)))
        .withPatience(Patience.STANDARD.withRetries(4));
  }

  static JiraClient open(JiraConnection connection, VirtualTime time) {
    return open(
        connection,
        time,
        new SecretStore(name -> Optional.ofNullable(Map.of("TOKEN", TOKEN).get(name))));
  }

  static JiraClient open(JiraConnection connection, VirtualTime time, SecretStore secrets) {
    Budget budget = new Budget(connection.budget(), time, time);
    return new JiraClient(
        connection, budget, new Surroundings(time, time, () -> 0.5, secrets), new Logins());
  }

  static JiraClient cloud(ScriptedServer server, VirtualTime time) {
    return open(connection(server.uri("")).withEdition(Edition.CLOUD), time);
  }

  static JiraClient dataCenter(ScriptedServer server, VirtualTime time) {
    return open(connection(server.uri("/jira")).withEdition(Edition.DATA_CENTER), time);
  }
}
