package dev.sluice.transforms.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class LoginsTest {
  private final VirtualTime time = new VirtualTime();
  private final AtomicReference<String> secret = new AtomicReference<>("old-secret");
  private final Logins logins = new Logins();

  @Test
  void aRefusedLoginIsTriedByOneClientOnly() {
    try (ScriptedServer server = new ScriptedServer(Reply.error(401, "{}"));
        JiraClient one = open(server);
        JiraClient other = open(server)) {
      assertThatThrownBy(one::fields).isInstanceOf(JiraException.Unauthorised.class);
      assertThatThrownBy(one::fields).isInstanceOf(JiraException.Unauthorised.class);
      assertThatThrownBy(other::fields)
          .isInstanceOf(JiraException.Unauthorised.class)
          .hasMessageContaining("401");
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void aLockedLoginIsLeftAlone() {
    try (ScriptedServer server =
            new ScriptedServer(
                Reply.error(403, "{}", "X-Authentication-Denied-Reason: CAPTCHA_CHALLENGE"));
        JiraClient one = open(server);
        JiraClient other = open(server)) {
      secret.set("new-secret");
      assertThatThrownBy(one::fields).hasMessageContaining("captcha");
      assertThatThrownBy(other::fields).hasMessageContaining("captcha");
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void whenAllHaveClosedTheLoginIsTriedAnew() {
    try (ScriptedServer server = new ScriptedServer(Reply.error(401, "{}"), Reply.json("[]"))) {
      try (JiraClient client = open(server)) {
        assertThatThrownBy(client::fields).isInstanceOf(JiraException.Unauthorised.class);
      }
      secret.set("new-secret");
      try (JiraClient client = open(server)) {
        assertThat(client.fields()).isEmpty();
      }
    }
  }

  @Test
  void aRotationIsNoticedByAllClients() {
    try (ScriptedServer server = new ScriptedServer(Reply.error(401, "{}"), Reply.json("[]"));
        JiraClient one = open(server);
        JiraClient other = open(server)) {
      secret.set("new-secret");
      assertThat(one.fields()).isEmpty();
      assertThat(other.fields()).isEmpty();
      assertThat(server.requests()).hasSize(3);
      assertThat(server.request(2).header("Authorization"))
          .isEqualTo(server.request(1).header("Authorization"))
          .isNotEqualTo(server.request(0).header("Authorization"));
    }
  }

  private JiraClient open(ScriptedServer server) {
    JiraConnection connection =
        TestClients.connection(server.uri("")).withEdition(Edition.DATA_CENTER);
    return new JiraClient(
        connection,
        new Budget(connection.budget(), time, time),
        new Surroundings(
            time,
            time,
            () -> 0.5,
            new SecretStore(
                name -> Optional.ofNullable(secret.get()).filter(s -> name.equals("TOKEN")))),
        logins);
  }
}
