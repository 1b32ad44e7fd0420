package dev.sluice.transforms.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import org.junit.jupiter.api.Test;

final class AnswersTest {
  private final VirtualTime time = new VirtualTime();

  @Test
  void wrongCredentialsAreNotTriedTwice() {
    JiraException failure =
        failureOf(JiraException.Unauthorised.class, 1, Reply.html(401, "<html>Basic realm</html>"));
    assertThat(failure).hasMessageContaining("401 at /rest/api/3/field");
    assertThat(failure.hint()).contains("type bearer");
  }

  @Test
  void aMissingScopeIsNamed() {
    JiraException failure =
        failureOf(
            JiraException.Forbidden.class,
            1,
            Reply.error(401, "{\"code\":401,\"message\":\"Unauthorized; scope does not match\"}"));
    assertThat(failure).hasMessageContaining("lacks a scope");
    assertThat(failure.hint()).contains("read access");
  }

  @Test
  void aCaptchaIsNotMadeWorse() {
    JiraException failure =
        failureOf(
            JiraException.Unauthorised.class,
            1,
            Reply.html(
                403,
                "<html>Forbidden</html>",
                "X-Seraph-LoginReason: AUTHENTICATION_DENIED",
                "X-Authentication-Denied-Reason: CAPTCHA_CHALLENGE; login-url=http://j/login.jsp"));
    assertThat(failure).hasMessageContaining("captcha");
    assertThat(failure.hint()).contains("browser");
  }

  @Test
  void trap1AnAnonymousAnswerIsNoAnswer() {
    JiraException failure =
        failureOf(
            JiraException.Unauthorised.class,
            1,
            Reply.json("[]", "X-Seraph-LoginReason: AUTHENTICATED_FAILED"));
    assertThat(failure).hasMessageContaining("anonymous").hasMessageContaining("200 at");
    failureOf(JiraException.Unauthorised.class, 1, Reply.json("[]", "X-AUSERNAME: anonymous"));
  }

  @Test
  void loginReasonsOfHealthyAnswersAreLeftAlone() {
    try (ScriptedServer server =
            new ScriptedServer(
                Reply.json(
                    "[]", "X-Seraph-LoginReason: OK", "X-AUSERNAME: etl", "retry-after: 0"));
        JiraClient client = TestClients.cloud(server, time)) {
      assertThat(client.fields()).isEmpty();
      assertThat(time.pauses()).isEmpty();
    }
  }

  @Test
  void whatIsForbiddenIsNotAskedAgain() {
    JiraException failure =
        failureOf(
            JiraException.Forbidden.class,
            1,
            Reply.error(403, "{\"errorMessages\":[\"You need Browse Projects.\"]}"));
    assertThat(failure).hasMessageContaining("You need Browse Projects");
  }

  @Test
  void anAccountWithoutTheProductIsToldApartFromOneWithoutAPermission() {
    try (ScriptedServer server =
            new ScriptedServer(
                Reply.error(403, "{\"message\":\"Current user not permitted to use Jira\"}"));
        JiraClient client = TestClients.cloud(server, time)) {
      JiraException failure = catchThrowableOfType(JiraException.Forbidden.class, client::myself);
      assertThat(failure).hasMessageContaining("may not use Jira (403 at /rest/api/3/myself)");
      assertThat(failure.hint()).contains("access to the product");
    }
  }

  @Test
  void theHintToA401DependsOnTheAddress() {
    assertThat(Problems.unauthorised("/x", address("https://acme.atlassian.net")).hint())
        .contains("https://api.atlassian.com/ex/jira/<cloudId>");
    assertThat(Problems.unauthorised("/x", address("https://api.atlassian.com/ex/jira/1")).hint())
        .contains("cloudId", "https://<site>.atlassian.net");
    assertThat(Problems.unauthorised("/x", address("https://jira.acme.com")).hint())
        .contains("type bearer");
  }

  private static SiteAddress address(String url) {
    return new SiteAddress(URI.create(url));
  }

  @Test
  void aRefusedQuerySpeaksInJirasOwnWords() {
    try (ScriptedServer server =
            new ScriptedServer(
                Reply.error(
                    400,
                    "{\"errorMessages\":[\"The value 'X' does not exist for the field"
                        + " 'project'.\"],\"errors\":{\"jql\":\"near 'X'\"}}"));
        JiraClient client = TestClients.cloud(server, time)) {
      JiraException.Refused refused =
          catchThrowableOfType(JiraException.Refused.class, () -> client.count("project = X"));
      assertThat(refused)
          .hasMessage(
              "Jira refuses the query (400 at /rest/api/3/search/approximate-count): The value"
                  + " 'X' does not exist for the field 'project'. jql: near 'X'.");
      assertThat(refused.hint()).contains("jira.jql");
      assertThat(refused.status()).isEqualTo(400);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void theRemovedSearchNamesItsSuccessor() {
    JiraException failure =
        failureOf(
            JiraException.Gone.class,
            1,
            Reply.error(410, "{\"errorMessages\":[\"The requested API has been removed.\"]}"));
    assertThat(failure.hint()).contains("enhanced search /rest/api/3/search/jql");
  }

  @Test
  void otherRefusalsKeepTheirStatus() {
    for (int status : new int[] {409, 413, 415}) {
      JiraException failure = failureOf(JiraException.Refused.class, 1, Reply.error(status, "{}"));
      assertThat(((JiraException.Refused) failure).status()).isEqualTo(status);
    }
  }

  @Test
  void whatIsMissingOrHiddenIsNotFound() {
    failureOf(JiraException.NotFound.class, 1, Reply.error(404, "{\"errorMessages\":[]}"));
  }

  @Test
  void aDeadLinkPageIsNotJira() {
    JiraException failure =
        failureOf(
            JiraException.NotJira.class,
            1,
            Reply.html(404, "<html><head><title>Oops, dead link</title></head></html>"));
    assertThat(failure).hasMessageContaining("Oops, dead link");
    assertThat(failure.hint()).contains("context path");
  }

  @Test
  void passingFailuresAreTriedFiveTimesWithGrowingPauses() {
    for (int status : new int[] {408, 425, 500, 502, 503, 504}) {
      VirtualTime own = new VirtualTime();
      try (ScriptedServer server = new ScriptedServer(Reply.html(status, "<h1>Bad Gateway</h1>"));
          JiraClient client = TestClients.cloud(server, own)) {
        JiraException.Unavailable failure =
            catchThrowableOfType(JiraException.Unavailable.class, client::fields);
        assertThat(failure)
            .hasMessageContaining(status + " at")
            .hasMessageContaining("Bad Gateway")
            .hasMessageContaining("Tried 5 times");
        assertThat(failure.returnsAt()).isEmpty();
        assertThat(server.requests()).hasSize(5);
        assertThat(client.stats().retries()).isEqualTo(4);
        assertThat(client.stats().throttled()).hasSeconds(2 + 4 + 8 + 16);
      }
    }
  }

  @Test
  void aMaintenancePageWithAGoodStatusPasses() {
    try (ScriptedServer server =
            new ScriptedServer(
                Reply.html(200, "<!doctype html><title>Back soon</title>"), Reply.json("[]"));
        JiraClient client = TestClients.cloud(server, time)) {
      assertThat(client.fields()).isEmpty();
      assertThat(client.stats().retries()).isEqualTo(1);
    }
  }

  @Test
  void aBodyThatIsNotJsonIsRepeatedThenFails() {
    JiraException failure =
        failureOf(JiraException.Malformed.class, 5, Reply.json("[{\"id\":\"summary\"},oops]"));
    assertThat(failure).hasMessageContaining("/rest/api/3/field").hasMessageContaining("oops");
    failureOf(JiraException.Malformed.class, 5, Reply.json(""));
    failureOf(JiraException.Malformed.class, 5, Reply.json("[] []"));
    failureOf(JiraException.Malformed.class, 5, Reply.json("{\"not\":\"an array\"}"));
  }

  @Test
  void aRedirectIsToldAndNotFollowed() {
    try (ScriptedServer elsewhere = new ScriptedServer(Reply.json("[]"));
        ScriptedServer server =
            new ScriptedServer(
                Reply.html(
                    302, "", "Location: " + elsewhere.uri("/login.jsp") + "?os_destination=x"));
        JiraClient client = TestClients.cloud(server, time)) {
      JiraException failure = catchThrowableOfType(JiraException.NotJira.class, client::fields);
      assertThat(failure)
          .hasMessageContaining("redirects to the login page " + elsewhere.uri("/login.jsp"))
          .hasMessageNotContaining("os_destination");
      assertThat(failure.hint()).contains("login page");
      assertThat(elsewhere.requests()).isEmpty();
    }
  }

  @Test
  void aServerThatEchoesTheLoginDoesNotGetItIntoMessages() {
    String encoded = "YUBiLmM6Y2FuYXJ5LXMzY3JldC8rdG9rZW4=";
    JiraException failure =
        failureOf(
            JiraException.Refused.class,
            1,
            Reply.error(
                400,
                "{\"errorMessages\":[\"bad "
                    + TestClients.TOKEN
                    + " canary-s3cret%2F%2Btoken "
                    + encoded
                    + "\"]}"));
    assertThat(failure).hasMessageContaining("bad *** *** ***").hasMessageNotContaining("s3cret");
  }

  private <X extends JiraException> X failureOf(Class<X> type, int requests, Reply reply) {
    try (ScriptedServer server = new ScriptedServer(reply);
        JiraClient client = TestClients.cloud(server, time)) {
      X failure = catchThrowableOfType(type, client::fields);
      assertThat(failure).isNotNull();
      assertThat(failure.hint()).isNotBlank();
      assertThat(server.requests()).hasSize(requests);
      return failure;
    }
  }
}
