package dev.sluice.transforms.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ThrottlingTest {
  private final VirtualTime time = new VirtualTime();

  @Test
  void retryAfterIsAMinimumWithJitterOnTop() {
    try (ScriptedServer server =
            new ScriptedServer(
                Reply.error(429, "", "Retry-After: 10", "RateLimit-Reason: jira-burst-based"),
                Reply.json("[]"));
        JiraClient client = TestClients.cloud(server, time)) {
      client.fields();
      assertThat(time.pauses()).containsExactly(Duration.ofMillis(11_500));
      assertThat(client.stats().throttled()).isEqualTo(Duration.ofMillis(11_500));
      assertThat(client.stats().requests()).isEqualTo(2);
    }
  }

  @Test
  void throttlingIsObeyedMoreOftenThanErrorsAreRepeated() {
    List<Reply> script = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      script.add(Reply.error(429, "{}"));
    }
    script.add(Reply.json("[]"));
    try (ScriptedServer server = new ScriptedServer(script.toArray(new Reply[0]));
        JiraClient client = TestClients.cloud(server, time)) {
      assertThat(client.fields()).isEmpty();
      assertThat(client.stats().throttled()).hasSeconds(2 + 4 + 8 + 16 + 8 * 30);
    }
  }

  @Test
  void aQuotaBeyondAllPatienceEndsAtOnceAndTellsWhenToComeBack() {
    try (ScriptedServer server =
            new ScriptedServer(
                Reply.error(
                    429, "", "Retry-After: 1847", "RateLimit-Reason: jira-quota-global-based"));
        JiraClient client = TestClients.cloud(server, time)) {
      JiraException.Unavailable failure =
          catchThrowableOfType(JiraException.Unavailable.class, client::fields);
      assertThat(failure.returnsAt()).contains(VirtualTime.START.plusSeconds(1847 + 5 + 1));
      assertThat(failure)
          .hasMessageContaining("jira-quota-global-based")
          .hasMessageContaining("until 2026-11-24T10:30:53Z");
      assertThat(failure.hint()).contains("budget.max-wait");
      assertThat(time.pauses()).isEmpty();
      // Everybody else learns of it without another request.
      assertThat(
              catchThrowableOfType(JiraException.Unavailable.class, () -> client.count("x >= 0")))
          .isNotNull();
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void aBurstLeavesOtherEndpointsAlone() {
    try (ScriptedServer server =
            new ScriptedServer(
                Reply.error(429, "", "Retry-After: 5000", "RateLimit-Reason: jira-burst-based"),
                Reply.json("{\"count\":7}"));
        JiraClient client = TestClients.cloud(server, time)) {
      assertThat(catchThrowableOfType(JiraException.Unavailable.class, client::fields)).isNotNull();
      assertThat(client.count("created >= 0")).isEqualTo(7);
      assertThat(time.pauses()).isEmpty();
    }
  }

  @Test
  void anUnavailableServerThatTellsATimeIsLeftAloneUntilThen() {
    try (ScriptedServer server =
            new ScriptedServer(Reply.error(503, "", "Retry-After: 60"), Reply.json("[]"));
        JiraClient client = TestClients.cloud(server, time)) {
      client.fields();
      assertThat(time.pauses()).containsExactly(Duration.ofSeconds(65));
    }
  }

  @Test
  void garbageInRetryAfterFallsBackToDoubling() {
    for (String header : List.of("Retry-After: soon", "Retry-After: -5", "Retry-After: 0")) {
      VirtualTime own = new VirtualTime();
      try (ScriptedServer server =
              new ScriptedServer(Reply.error(429, "", header), Reply.json("[]"));
          JiraClient client = TestClients.cloud(server, own)) {
        client.fields();
        assertThat(own.pauses()).containsExactly(Duration.ofSeconds(2));
      }
    }
  }
}
