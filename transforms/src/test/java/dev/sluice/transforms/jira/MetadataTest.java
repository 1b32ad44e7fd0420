package dev.sluice.transforms.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class MetadataTest {
  private final VirtualTime time = new VirtualTime();

  @Test
  void cloudPagesThroughLiveAndArchivedProjects() {
    try (ScriptedServer server =
            new ScriptedServer(
                Reply.json(
                    "{\"values\":[{\"key\":\"A\"},{\"key\":\"B\"}],\"isLast\":false,\"total\":3}"),
                Reply.json("{\"values\":[{\"key\":\"C\"}],\"isLast\":true,\"total\":3}"));
        JiraClient client = TestClients.cloud(server, time)) {
      assertThat(client.projects())
          .extracting(p -> p.path("key").asText())
          .containsExactly("A", "B", "C");
      assertThat(server.request(0).target())
          .startsWith("/rest/api/3/project/search?")
          .contains("startAt=0&maxResults=100")
          .contains("status=live&status=archived")
          .contains("expand=description%2Clead%2Curl%2CprojectKeys");
      assertThat(server.request(1).target()).contains("startAt=2");
    }
  }

  @Test
  void dataCenterListsProjectsInOnePiece() {
    try (ScriptedServer server = new ScriptedServer(Reply.json("[{\"key\":\"A\"}]"));
        JiraClient client = TestClients.dataCenter(server, time)) {
      assertThat(client.projects()).hasSize(1);
      assertThat(server.request(0).target())
          .startsWith("/jira/rest/api/2/project?includeArchived=true");
    }
  }

  @Test
  void dataCenterCountsWithAnEmptyPage() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(Reply.json("{\"total\":12345678901,\"issues\":[]}"));
        JiraClient client = TestClients.dataCenter(server, time)) {
      assertThat(client.count("project = \"A\"")).isEqualTo(12_345_678_901L);
      assertThat(Json.MAPPER.readTree(server.request(0).body()))
          .isEqualTo(
              Json.MAPPER.readTree(
                  "{\"jql\":\"project = \\\"A\\\"\",\"maxResults\":0,\"fields\":[\"key\"]}"));
    }
  }

  @Test
  void aCountWithoutANumberIsNotZero() {
    try (ScriptedServer server = new ScriptedServer(Reply.json("{\"count\":null}"));
        JiraClient client = TestClients.cloud(server, time)) {
      assertThatThrownBy(() -> client.count("created >= 0"))
          .isInstanceOf(JiraException.Malformed.class);
    }
  }

  @Test
  void theAccountIsReadOnBothEditions() {
    try (ScriptedServer server =
            new ScriptedServer(
                Reply.json(
                    "{\"accountId\":\"5b\",\"displayName\":\"Eva\",\"timeZone\":\"Asia/Kathmandu\"}"),
                Reply.json("{\"name\":\"eva\",\"displayName\":\"Eva\"}"));
        JiraClient client = TestClients.cloud(server, time)) {
      Account cloud = client.myself();
      assertThat(cloud.id()).isEqualTo("5b");
      assertThat(cloud.timeZone()).contains("Asia/Kathmandu");
      assertThat(cloud).hasToString("account 5b");
      Account dataCenter = client.myself();
      assertThat(dataCenter.id()).isEqualTo("eva");
      assertThat(dataCenter.timeZone()).isEmpty();
    }
  }

  @Test
  void anythingElseCanBeReadWithItsNumbersIntact() {
    try (ScriptedServer server =
            new ScriptedServer(Reply.json("{\"n\":10.00,\"id\":9223372036854775807}"));
        JiraClient client = TestClients.dataCenter(server, time)) {
      QueryParameters query = QueryParameters.none().with("startAt", 50).with("q", "a b&c");
      assertThat(
              client.get(
                  "/rest/agile/1.0/board/7/sprint", "/rest/agile/1.0/board/{id}/sprint", query))
          .hasToString("{\"n\":10.00,\"id\":9223372036854775807}");
      assertThat(server.request(0).target())
          .isEqualTo("/jira/rest/agile/1.0/board/7/sprint?startAt=50&q=a+b%26c");
      client.postApi("/worklog/list", Json.MAPPER.createObjectNode());
      assertThat(server.request(1).target()).isEqualTo("/jira/rest/api/2/worklog/list");
    }
  }
}
