package dev.sluice.transforms.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class ServiceLoginTest {
  private static final String SECRET = "client-canary+secret";

  private final VirtualTime time = new VirtualTime();

  @Test
  void aTokenIsAskedForOnceAndCarriedByEveryRequest() {
    try (ScriptedServer tokens = new ScriptedServer(token("first-token", 3600));
        ScriptedServer jira = new ScriptedServer(Reply.json("[]"));
        JiraClient client = client(jira, tokens)) {
      client.fields();
      client.fields();
      assertThat(tokens.requests()).hasSize(1);
      assertThat(tokens.request(0).method()).isEqualTo("POST");
      assertThat(tokens.request(0).target()).isEqualTo("/oauth/token");
      assertThat(tokens.request(0).header("Content-Type"))
          .startsWith("application/x-www-form-urlencoded");
      assertThat(tokens.request(0).body())
          .isEqualTo(
              "grant_type=client_credentials&client_id=the-client"
                  + "&client_secret=client-canary%2Bsecret&scope=READ");
      assertThat(jira.requests())
          .extracting(request -> request.header("Authorization"))
          .containsExactly("Bearer first-token", "Bearer first-token");
      assertThat(client.stats().requests()).isEqualTo(2);
    }
  }

  @Test
  void aTokenIsRenewedAMinuteBeforeItEnds() {
    try (ScriptedServer tokens = new ScriptedServer(token("one", 600), token("two", 600));
        ScriptedServer jira = new ScriptedServer(Reply.json("[]"));
        JiraClient client = client(jira, tokens)) {
      client.fields();
      time.advance(Duration.ofSeconds(538));
      client.fields();
      time.advance(Duration.ofSeconds(2));
      client.fields();
      assertThat(jira.requests())
          .extracting(request -> request.header("Authorization"))
          .containsExactly("Bearer one", "Bearer one", "Bearer two");
    }
  }

  @Test
  void aTokenThatIsRefusedIsRenewedOnceForAllThreads() throws Exception {
    Reply onlyTheSecond =
        (request, socket) ->
            (request.header("Authorization").equals("Bearer two")
                    ? Reply.json("[]")
                    : Reply.error(401, "{}"))
                .answer(request, socket);
    try (ScriptedServer tokens = new ScriptedServer(token("one", 3600), token("two", 3600));
        ScriptedServer jira = new ScriptedServer(onlyTheSecond)) {
      Logins logins = new Logins();
      ExecutorService threads = Executors.newFixedThreadPool(6);
      try {
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
          JiraClient client = client(jira, tokens, logins);
          calls.add(() -> client.fields().size());
        }
        for (Future<Integer> call : threads.invokeAll(calls)) {
          assertThat(call.get()).isZero();
        }
      } finally {
        threads.shutdownNow();
      }
      assertThat(tokens.requests()).hasSize(2);
    }
  }

  @Test
  void aRenewedTokenThatIsRefusedTooIsTheEnd() {
    try (ScriptedServer tokens = new ScriptedServer(token("one", 3600), token("two", 3600));
        ScriptedServer jira = new ScriptedServer(Reply.error(401, "{}"));
        JiraClient client = client(jira, tokens)) {
      assertThatThrownBy(client::fields).isInstanceOf(JiraException.Unauthorised.class);
      assertThatThrownBy(client::fields).isInstanceOf(JiraException.Unauthorised.class);
      assertThat(jira.requests()).hasSize(2);
      assertThat(tokens.requests()).hasSize(2);
    }
  }

  @Test
  void aClientThatIsRefusedIsNamedAndNotTriedAgain() {
    for (Reply reply :
        List.of(
            Reply.error(
                401, "{\"error\":\"access_denied\",\"error_description\":\"" + SECRET + "\"}"),
            Reply.error(400, "{\"error\":\"invalid_client " + SECRET + "\"}"))) {
      try (ScriptedServer tokens = new ScriptedServer(reply);
          ScriptedServer jira = new ScriptedServer(Reply.json("[]"));
          JiraClient client = client(jira, tokens)) {
        JiraException failure =
            catchThrowableOfType(JiraException.Unauthorised.class, client::prepareLogin);
        assertThat(failure)
            .hasMessageContaining("client id and secret are not accepted")
            .hasMessageContaining("127.0.0.1/oauth/token")
            .hasMessageNotContaining("canary");
        assertThat(failure.hint()).contains("client-secret");
        assertThat(tokens.requests()).hasSize(1);
        assertThat(jira.requests()).isEmpty();
      }
    }
  }

  @Test
  void aTokenEndpointThatFailsInPassingIsAskedAgain() {
    try (ScriptedServer tokens =
            new ScriptedServer(Reply.html(503, "busy"), Reply.reset(), token("one", 3600));
        ScriptedServer jira = new ScriptedServer(Reply.json("[]"));
        JiraClient client = client(jira, tokens)) {
      client.fields();
      assertThat(tokens.requests()).hasSize(3);
    }
    try (ScriptedServer tokens = new ScriptedServer(Reply.html(502, "busy"));
        ScriptedServer jira = new ScriptedServer(Reply.json("[]"));
        JiraClient client = client(jira, tokens)) {
      assertThatThrownBy(client::fields)
          .isInstanceOf(JiraException.Unavailable.class)
          .hasMessageContaining("No access token")
          .hasMessageContaining("status 502");
    }
  }

  @Test
  void whatIssuesNoTokensIsNotTakenForATokenEndpoint() {
    for (Reply reply :
        List.of(
            Reply.html(404, "<html>Oops</html>"),
            Reply.html(200, "<html>Log in</html>"),
            Reply.json("{\"access_token\":\"\"}"),
            Reply.json("[1]"))) {
      try (ScriptedServer tokens = new ScriptedServer(reply);
          ScriptedServer jira = new ScriptedServer(Reply.json("[]"));
          JiraClient client = client(jira, tokens)) {
        JiraException failure =
            catchThrowableOfType(JiraException.NotJira.class, client::prepareLogin);
        assertThat(failure.hint()).contains("jira.auth.token-url");
      }
    }
  }

  @Test
  void aTokenThatIsEchoedDoesNotGetIntoMessages() {
    try (ScriptedServer tokens = new ScriptedServer(token("canary-access-token", 3600));
        ScriptedServer jira =
            new ScriptedServer(Reply.error(400, "{\"message\":\"bad canary-access-token\"}"));
        JiraClient client = client(jira, tokens)) {
      assertThatThrownBy(client::fields).hasMessageContaining("bad ***");
    }
  }

  @Test
  void aTokenOfTheSiteItselfIsARequestLikeAnyOther() {
    Reply both =
        (request, socket) ->
            (request.target().equals("/jira/rest/oauth2/latest/token")
                    ? token("own", 3600)
                    : Reply.json("[]"))
                .answer(request, socket);
    try (ScriptedServer jira = new ScriptedServer(both);
        JiraClient client =
            open(jira.uri("/jira"), jira.uri("/jira/rest/oauth2/latest/token"), new Logins())) {
      client.fields();
      assertThat(jira.requests()).hasSize(2);
      assertThat(client.stats().requests()).isEqualTo(2);
    }
  }

  private static Reply token(String text, int seconds) {
    return Reply.json(
        "{\"access_token\":\""
            + text
            + "\",\"token_type\":\"Bearer\",\"expires_in\":"
            + seconds
            + "}");
  }

  private JiraClient client(ScriptedServer jira, ScriptedServer tokens) {
    return client(jira, tokens, new Logins());
  }

  private JiraClient client(ScriptedServer jira, ScriptedServer tokens, Logins logins) {
    return open(jira.uri(""), tokens.uri("/oauth/token"), logins);
  }

  private JiraClient open(URI jira, URI tokens, Logins logins) {
    JiraConnection connection =
        JiraConnection.to(
                jira,
                new Auth.ClientCredentials(
                    "the-client", new SecretReference("env:SECRET"), tokens, "READ"),
                new BudgetLimits(1000, 8))
            .withEdition(Edition.CLOUD);
    return new JiraClient(
        connection,
        new Budget(connection.budget(), time, time),
        new Surroundings(
            time,
            time,
            () -> 0.5,
            new SecretStore(name -> Optional.of(SECRET).filter(s -> name.equals("SECRET")))),
        logins);
  }
}
