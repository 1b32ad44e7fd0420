package dev.sluice.transforms.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class BrokenConnectionsTest {
  private static final String BODY =
      "{\"issues\":[{\"id\":\"1\"},{\"id\":\"2\"},{\"id\":\"3\"}],\"isLast\":true}";

  private final VirtualTime time = new VirtualTime();

  @Test
  void everyBrokenAnswerIsAskedForAgainAndNothingOfItIsUsed() {
    List<Reply> broken =
        List.of(
            Reply.reset(),
            Reply.resetInBody(BODY),
            Reply.truncated(BODY),
            Reply.truncatedWithoutLength(BODY),
            Reply.truncatedWithLength(BODY),
            Reply.cutGzip(BODY),
            Reply.endlessChunk(BODY),
            Reply.garbledChunks());
    for (Reply reply : broken) {
      try (ScriptedServer server = new ScriptedServer(reply, Reply.json(BODY));
          JiraClient client = TestClients.cloud(server, new VirtualTime())) {
        IssuePages pages = client.search(request());
        assertThat(pages.next().orElseThrow().issues()).hasSize(3);
        assertThat(pages.next()).isEmpty();
        assertThat(client.stats().requests()).isEqualTo(2);
        assertThat(client.stats().retries()).isEqualTo(1);
      }
    }
  }

  @Test
  void aServerThatFallsSilentIsAskedAgain() {
    Timeouts impatient =
        new Timeouts(Duration.ofSeconds(20), Duration.ofMillis(300), Duration.ofMinutes(1));
    for (Reply reply : List.of(Reply.stall(BODY), Reply.silence())) {
      try (ScriptedServer server = new ScriptedServer(reply);
          JiraClient client =
              TestClients.open(
                  TestClients.connection(server.uri(""))
                      .withEdition(Edition.CLOUD)
                      .withTimeouts(impatient)
                      .withPatience(Patience.STANDARD.withRetries(1)),
                  time)) {
        assertThatThrownBy(() -> client.search(request(1)).next())
            .isInstanceOf(JiraException.Unavailable.class)
            .hasMessageContaining("fell silent");
        assertThat(server.requests()).hasSize(2);
      }
    }
  }

  @Test
  void aConnectionThatKeepsBreakingEndsAsUnavailable() {
    try (ScriptedServer server = new ScriptedServer(Reply.truncated(BODY));
        JiraClient client = TestClients.cloud(server, time)) {
      assertThatThrownBy(() -> client.search(request()).next())
          .isInstanceOf(JiraException.Unavailable.class)
          .hasMessageContaining("/rest/api/3/search/jql")
          .hasMessageContaining("Tried 5 times");
    }
  }

  @Test
  void aBodyThatDripsOnBeyondTheWholeTimeIsBrokenOff() {
    VirtualTime dripping = new VirtualTime();
    Reply late =
        (request, socket) -> {
          dripping.advance(Duration.ofMinutes(2));
          return Reply.json(BODY).answer(request, socket);
        };
    try (ScriptedServer server = new ScriptedServer(late, Reply.json(BODY));
        JiraClient client = TestClients.cloud(server, dripping)) {
      assertThat(client.search(request()).next().orElseThrow().issues()).hasSize(3);
      assertThat(client.stats().retries()).isEqualTo(1);
    }
  }

  @Test
  void aPortWhereNothingListensIsNamed() throws IOException {
    // Bound and not listening: refused for certain, and nobody else is given the port meanwhile.
    try (Socket reserved = new Socket()) {
      reserved.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      int port = reserved.getLocalPort();
      JiraConnection connection =
          TestClients.connection(URI.create("http://127.0.0.1:" + port))
              .withEdition(Edition.DATA_CENTER);
      try (JiraClient client = TestClients.open(connection, time)) {
        assertThatThrownBy(client::fields)
            .isInstanceOf(JiraException.Unavailable.class)
            .hasMessageContaining("Nothing listens at 127.0.0.1:" + port);
      }
    }
  }

  @Test
  void aClosedClientAsksNothing() {
    try (ScriptedServer server = new ScriptedServer(Reply.json("[]"))) {
      JiraClient client = TestClients.cloud(server, time);
      client.close();
      assertThatThrownBy(client::fields)
          .isInstanceOf(JiraException.Unavailable.class)
          .hasMessageContaining("closed");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void anInterruptedWaitEndsWithTheFlagSet() {
    Ticker interrupted =
        new Ticker() {
          @Override
          public long nanos() {
            return time.nanos();
          }

          @Override
          public void sleep(Duration duration) throws InterruptedException {
            throw new InterruptedException();
          }
        };
    try (ScriptedServer server = new ScriptedServer(Reply.error(503, "{}"));
        JiraClient client =
            new JiraClient(
                TestClients.connection(server.uri("")).withEdition(Edition.CLOUD),
                new Budget(new BudgetLimits(1, 1), time, time),
                new Surroundings(
                    time, interrupted, () -> 0.5, new SecretStore(name -> Optional.of("tok"))),
                new Logins())) {
      assertThatThrownBy(client::fields).isInstanceOf(JiraException.Interrupted.class);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void anUnknownHostIsNamed() {
    JiraConnection connection =
        TestClients.connection(URI.create("https://jira.invalid")).withEdition(Edition.CLOUD);
    try (JiraClient client = TestClients.open(connection, time)) {
      assertThatThrownBy(client::fields)
          .isInstanceOf(JiraException.Unavailable.class)
          .hasMessageContaining("jira.invalid");
    }
  }

  private static SearchRequest request() {
    return request(100);
  }

  private static SearchRequest request(int pageSize) {
    return new SearchRequest("created >= 0", List.of("*all"), List.of(), pageSize);
  }
}
