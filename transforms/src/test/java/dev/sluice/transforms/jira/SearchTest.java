package dev.sluice.transforms.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SearchTest {
  private static final SearchRequest REQUEST =
      new SearchRequest(
          "created >= 0 ORDER BY created ASC, key ASC",
          List.of("*all"),
          List.of("changelog", "names"),
          2);

  private final VirtualTime time = new VirtualTime();

  @Test
  void trap25CloudSendsTokenAndExpandInTheBody() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                Reply.json("{\"issues\":[{\"id\":\"1\"}],\"nextPageToken\":\"t1\"}"),
                Reply.json("{\"issues\":[{\"id\":\"2\"}],\"isLast\":true}"));
        JiraClient client = TestClients.cloud(server, time)) {
      assertThat(issues(client.search(REQUEST)))
          .containsExactly("{\"id\":\"1\"}", "{\"id\":\"2\"}");
      ScriptedServer.Request first = server.request(0);
      assertThat(first.method() + " " + first.target()).isEqualTo("POST /rest/api/3/search/jql");
      assertThat(first.header("Content-Type")).startsWith("application/json");
      assertThat(first.header("Accept-Encoding")).contains("gzip");
      assertThat(first.header("X-Force-Accept-Language")).isEqualTo("true");
      assertThat(first.header("User-Agent")).startsWith("sluice/");
      assertThat(tree(first.body()))
          .isEqualTo(
              tree(
                  "{\"jql\":\"created >= 0 ORDER BY created ASC, key ASC\",\"maxResults\":2,"
                      + "\"fields\":[\"*all\"],\"expand\":\"changelog,names\"}"));
      assertThat(tree(server.request(1).body()).path("nextPageToken").asText()).isEqualTo("t1");
      assertThat(server.connections()).isEqualTo(1);
      assertThat(client.stats().requests()).isEqualTo(2);
    }
  }

  @Test
  void trap10And11CloudGoesOnAfterShortAndEmptyPagesAndWhateverIsLastSays() {
    try (ScriptedServer server =
            new ScriptedServer(
                Reply.json("{\"issues\":[],\"nextPageToken\":\"a\",\"isLast\":true}"),
                Reply.json("{\"issues\":[{\"id\":\"1\"}],\"nextPageToken\":\"b\"}"),
                Reply.json(
                    "{\"issues\":[{\"id\":\"2\"}],\"nextPageToken\":\"\",\"isLast\":false}"));
        JiraClient client = TestClients.cloud(server, time)) {
      assertThat(issues(client.search(REQUEST))).hasSize(2);
    }
  }

  @Test
  void cloudEndsAtANullToken() {
    try (ScriptedServer server =
            new ScriptedServer(Reply.json("{\"nextPageToken\":null,\"issues\":[{\"id\":\"1\"}]}"));
        JiraClient client = TestClients.cloud(server, time)) {
      assertThat(issues(client.search(REQUEST))).hasSize(1);
    }
  }

  @Test
  void trap12CloudFailsClearlyWhenATokenComesBack() {
    try (ScriptedServer server =
            new ScriptedServer(
                Reply.json("{\"issues\":[{\"id\":\"1\"}],\"nextPageToken\":\"a\"}"),
                Reply.json("{\"issues\":[],\"nextPageToken\":\"b\"}"),
                Reply.json("{\"issues\":[],\"nextPageToken\":\"a\"}"));
        JiraClient client = TestClients.cloud(server, time)) {
      assertThatThrownBy(() -> issues(client.search(REQUEST)))
          .isInstanceOf(JiraException.Malformed.class)
          .hasMessageContaining("never end")
          .hasMessageContaining("token of page 3");
    }
  }

  @Test
  void cloudTellsARefusedTokenFromARefusedQuery() {
    String refusal = "{\"errorMessages\":[\"The provided next page token is invalid.\"]}";
    try (ScriptedServer server =
            new ScriptedServer(
                Reply.json("{\"issues\":[{\"id\":\"1\"}],\"nextPageToken\":\"a\"}"),
                Reply.error(400, refusal));
        JiraClient client = TestClients.cloud(server, time)) {
      IssuePages pages = client.search(REQUEST);
      assertThat(pages.next()).isPresent();
      assertThatThrownBy(pages::next)
          .isInstanceOf(JiraException.TokenRefused.class)
          .hasMessageContaining("next page token is invalid");
      assertThatThrownBy(() -> client.search(REQUEST).next())
          .isInstanceOf(JiraException.Refused.class);
      assertThat(server.requests()).hasSize(3);
    }
  }

  @Test
  void dataCenterKeepsTheContextPathAndSendsExpandAsAnArray() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                Reply.json(
                    "{\"startAt\":0,\"maxResults\":2,\"total\":3,\"issues\":[{\"id\":1},{\"id\":2}]}"),
                Reply.json(
                    "{\"startAt\":1,\"maxResults\":3,\"total\":3,\"issues\":[{\"id\":2},{\"id\":3}]}"));
        JiraClient client = TestClients.dataCenter(server, time)) {
      assertThat(issues(client.search(REQUEST))).hasSize(3);
      assertThat(server.request(0).target()).isEqualTo("/jira/rest/api/2/search");
      JsonNode body = tree(server.request(0).body());
      assertThat(body.path("expand")).isEqualTo(tree("[\"changelog\",\"names\"]"));
      assertThat(body.path("startAt").asInt()).isZero();
      assertThat(tree(server.request(1).body()).path("startAt").asInt()).isEqualTo(1);
      assertThat(body.path("maxResults").asInt()).as("two and one to overlap with").isEqualTo(3);
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void dataCenterMovesOnByRowsReceivedAndFollowsAChangingTotal() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                Reply.json("{\"total\":2,\"maxResults\":1,\"issues\":[{\"id\":1}]}"),
                Reply.json("{\"total\":4,\"maxResults\":1,\"issues\":[{\"id\":2}]}"),
                Reply.json("{\"total\":4,\"issues\":[]}"));
        JiraClient client = TestClients.dataCenter(server, time)) {
      assertThat(issues(client.search(REQUEST))).hasSize(2);
      assertThat(tree(server.request(1).body()).path("startAt").asInt()).isEqualTo(1);
      assertThat(server.requests())
          .as("an empty page short of the total is asked for again")
          .hasSize(5);
    }
  }

  @Test
  void dataCenterEndsAtAnEmptyPageWhenTheTotalShrinksOrIsMissing() {
    try (ScriptedServer server =
            new ScriptedServer(
                Reply.json("{\"total\":9,\"issues\":[{\"id\":1}]}"),
                Reply.json("{\"total\":1,\"issues\":[]}"),
                Reply.json("{\"issues\":[{\"id\":1}]}"),
                Reply.json("{\"issues\":[]}"));
        JiraClient client = TestClients.dataCenter(server, time)) {
      assertThat(issues(client.search(REQUEST))).hasSize(1);
      assertThat(server.requests()).hasSize(2);
      assertThat(issues(client.search(REQUEST))).hasSize(1);
      assertThat(server.requests()).hasSize(4);
    }
  }

  @Test
  void aPageWithoutIssuesIsNoPage() {
    try (ScriptedServer server = new ScriptedServer(Reply.json("{\"isLast\":true}"));
        JiraClient client = TestClients.cloud(server, time)) {
      assertThatThrownBy(() -> client.search(REQUEST).next())
          .isInstanceOf(JiraException.Malformed.class)
          .hasMessageContaining("without issues");
      assertThat(server.requests()).hasSize(5);
    }
  }

  @Test
  void issuesKeepEveryByteJiraSent() {
    List<String> odd =
        List.of(
            "{\"n\":[1e400,10.0,-0,9223372036854775807,0.123456789012345678901234567890]}",
            "{ \"a\" : \"\\u0000 \\ud800 \\/ \\\" }]\" , \"a\":\"\u00e9\ud83d\ude00\" }",
            "{\"deep\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}",
            "{\"long\":\"" + "x".repeat(300_000) + "\"}",
            "{}");
    String body =
        "\ufeff {\"expand\":\"names\",\"names\":{\"x\":[{\"y\":1}]},\"issues\":[ "
            + String.join(" , ", odd)
            + " ],\"schema\":{\"pad\":\""
            + "p".repeat(100_000)
            + "\"}}";
    try (ScriptedServer server = new ScriptedServer(Reply.gzip(body), Reply.json(body));
        JiraClient client = TestClients.cloud(server, time)) {
      assertThat(issues(client.search(REQUEST))).isEqualTo(odd);
      IssuePage page = client.search(REQUEST).next().orElseThrow();
      assertThat(page.issues()).hasSize(5);
      assertThat(page.bodyBytes()).isEqualTo(body.getBytes(StandardCharsets.UTF_8).length);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void aPageOfThirtyMegabytesIsReadWhole() {
    String issue = "{\"id\":\"1\",\"fields\":{\"description\":\"" + "y".repeat(300_000) + "\"}}";
    String body = "{\"issues\":[" + (issue + ",").repeat(99) + issue + "]}";
    try (ScriptedServer server = new ScriptedServer(Reply.gzip(body));
        JiraClient client = TestClients.cloud(server, time)) {
      assertThat(issues(client.search(REQUEST))).hasSize(100).containsOnly(issue);
    }
  }

  private static List<String> issues(IssuePages pages) {
    List<String> issues = new ArrayList<>();
    for (Optional<IssuePage> page = pages.next(); page.isPresent(); page = pages.next()) {
      page.get().issues().forEach(bytes -> issues.add(new String(bytes, StandardCharsets.UTF_8)));
    }
    return issues;
  }

  private static JsonNode tree(String json) throws JsonProcessingException {
    return Json.MAPPER.readTree(json);
  }
}
