package dev.sluice.transforms.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ProbeTest {
  private final VirtualTime time = new VirtualTime();

  @Test
  void theSiteTellsItsEditionOnce() {
    try (ScriptedServer server =
            new ScriptedServer(
                Reply.json(TestClients.CLOUD_INFO),
                Reply.json("{\"count\":3}"),
                Reply.json("{\"count\":4}"));
        JiraClient client =
            TestClients.open(TestClients.connection(server.uri("/ex/jira/abc/")), time)) {
      assertThat(client.count("created >= 0")).isEqualTo(3);
      assertThat(client.count("created >= 0")).isEqualTo(4);
      assertThat(client.edition()).isEqualTo(Edition.CLOUD);
      assertThat(server.requests())
          .extracting(ScriptedServer.Request::target)
          .containsExactly(
              "/ex/jira/abc/rest/api/2/serverInfo",
              "/ex/jira/abc/rest/api/3/search/approximate-count",
              "/ex/jira/abc/rest/api/3/search/approximate-count");
    }
  }

  @Test
  void serverInfoTellsHowFarTheClocksAreApart() {
    assertThat(infoOf(Reply.json(TestClients.CLOUD_INFO)).clockSkew())
        .contains(Duration.ofSeconds(5));
    ServerInfo dataCenter =
        infoOf(Reply.json(TestClients.DATA_CENTER_INFO, "Date: Tue, 24 Nov 2026 09:59:00 GMT"));
    assertThat(dataCenter.edition()).isEqualTo(Edition.DATA_CENTER);
    assertThat(dataCenter.version()).isEqualTo("10.3.24");
    assertThat(dataCenter.clockSkew()).contains(Duration.ofMillis(-59_500));
    assertThat(infoOf(Reply.json(TestClients.DATA_CENTER_INFO)).clockSkew()).isEmpty();
  }

  @Test
  void aWebPageAtTheProbeIsAWrongAddressAtOnce() {
    JiraException failure =
        failureOf(
            JiraException.NotJira.class,
            1,
            Reply.html(
                200,
                "<html><head><style>b{}</style><title>Acme Intranet</title></head>"
                    + "<body><script>x()</script>Welcome</body></html>"));
    assertThat(failure)
        .hasMessage(
            "A web page answers instead of Jira's REST interface (200 at /rest/api/2/serverInfo):"
                + " Acme Intranet Welcome.");
    assertThat(failure.hint()).contains("/jira");
  }

  @Test
  void aMissingProbeIsAWrongAddress() {
    failureOf(JiraException.NotJira.class, 1, Reply.error(404, "{\"message\":\"no route\"}"));
  }

  @Test
  void anotherServicesJsonIsNotJiras() {
    assertThat(failureOf(JiraException.Malformed.class, 5, Reply.json("{\"status\":\"up\"}")))
        .hasMessageContaining("neither a version nor a deployment type");
  }

  private ServerInfo infoOf(Reply reply) {
    try (ScriptedServer server = new ScriptedServer(reply);
        JiraClient client = TestClients.open(TestClients.connection(server.uri("")), time)) {
      return client.serverInfo();
    }
  }

  private <X extends JiraException> X failureOf(Class<X> type, int requests, Reply reply) {
    try (ScriptedServer server = new ScriptedServer(reply);
        JiraClient client = TestClients.open(TestClients.connection(server.uri("")), time)) {
      X failure = catchThrowableOfType(type, client::serverInfo);
      assertThat(failure).isNotNull();
      assertThat(server.requests()).hasSize(requests);
      return failure;
    }
  }
}
