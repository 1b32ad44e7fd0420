package dev.sluice.transforms.jira;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NearLimitTest {
  private static final String DATE = "Date: Tue, 24 Nov 2026 10:00:00 GMT";

  private final VirtualTime time = new VirtualTime();

  @Test
  void aWarningWithoutFiguresHalvesTheRate() {
    assertThat(pausesAfter(Reply.json("[]", "X-RateLimit-NearLimit: true"), 1))
        .containsExactly(Duration.ofMillis(200));
  }

  @Test
  void whatIsLeftIsSpreadUntilTheReset() {
    assertThat(
            pausesAfter(
                Reply.json(
                    "[]",
                    DATE,
                    "X-RateLimit-NearLimit: true",
                    "X-RateLimit-Remaining: 15",
                    "X-RateLimit-Reset: 2026-11-24T10:00:30Z"),
                2))
        .containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(2));
  }

  @Test
  void pointsAreSpreadByWhatARequestCosts() {
    List<Reply> script = new ArrayList<>();
    for (int left = 11_000; left > 9_000; left -= 101) {
      script.add(Reply.json("[]", "Beta-RateLimit: \"global-app-quota\";r=" + left + ";t=600"));
    }
    try (ScriptedServer server = new ScriptedServer(script.toArray(new Reply[0]));
        JiraClient client = client(server)) {
      for (int i = 0; i < 4; i++) {
        client.fields();
      }
      // After the third answer 10,798 points at 101 each are left: 107 requests in 600 s.
      assertThat(time.pauses()).hasSize(1);
      assertThat(time.pauses().get(0)).isBetween(Duration.ofMillis(5500), Duration.ofMillis(5620));
    }
  }

  @Test
  void aBurstThatIsNearSlowsItsEndpointOnly() {
    Reply near =
        Reply.json(
            "[]", "RateLimit: \"global-app-quota\";t=50;r=900000,\"jira-burst-based\";r=2;t=8");
    try (ScriptedServer server = new ScriptedServer(near, near, Reply.json("{\"count\":1}"), near);
        JiraClient client = client(server)) {
      client.fields();
      client.fields();
      client.count("created >= 0");
      assertThat(time.pauses()).isEmpty();
      client.fields();
      assertThat(time.pauses()).hasSize(1);
      assertThat(time.pauses().get(0)).isBetween(Duration.ofMillis(3700), Duration.ofSeconds(4));
    }
  }

  @Test
  void aQuotaThatIsUsedUpIsWaitedForWithoutProvokingA429() {
    assertThat(pausesAfter(Reply.json("[]", "RateLimit: \"global-app-quota\";r=0;t=40"), 0))
        .containsExactly(Duration.ofSeconds(40));
  }

  @Test
  void dataCenterIsAskedNoFasterThanItsTokensComeBackOnceFewAreLeft() {
    Reply few = dataCenter(200);
    Reply plenty = dataCenter(201);
    assertThat(pausesAfter(plenty, 3)).isEmpty();
    assertThat(pausesAfter(few, 2)).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(2));
  }

  @Test
  void headersOfAHealthyServerSlowNothing() {
    for (String header :
        List.of(
            "X-RateLimit-NearLimit: false",
            "X-RateLimit-Remaining: 3",
            "RateLimit: garbage",
            "RateLimit: \"global-app-quota\";r=x;t=5",
            "X-RateLimit-FillRate: many")) {
      assertThat(pausesAfter(Reply.json("[]", header), 2)).as(header).isEmpty();
    }
  }

  private static Reply dataCenter(int remaining) {
    return Reply.json(
        "[]",
        "retry-after: 0",
        "X-RateLimit-Limit: 1000",
        "X-RateLimit-Remaining: " + remaining,
        "X-RateLimit-FillRate: 5",
        "X-RateLimit-Interval-Seconds: 10");
  }

  /** The pauses of so many requests after the one that is answered like this. */
  private static List<Duration> pausesAfter(Reply reply, int requests) {
    VirtualTime own = new VirtualTime();
    try (ScriptedServer server = new ScriptedServer(reply);
        JiraClient client =
            TestClients.open(
                TestClients.connection(server.uri(""))
                    .withEdition(Edition.CLOUD)
                    .withBudget(new BudgetLimits(10, 1)),
                own)) {
      for (int i = 0; i < requests + 2; i++) {
        client.fields();
      }
      return own.pauses();
    }
  }

  private JiraClient client(ScriptedServer server) {
    return TestClients.open(
        TestClients.connection(server.uri(""))
            .withEdition(Edition.CLOUD)
            .withBudget(new BudgetLimits(10, 1)),
        time);
  }
}
