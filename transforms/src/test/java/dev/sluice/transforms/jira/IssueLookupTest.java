package dev.sluice.transforms.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class IssueLookupTest {

  private static final String ISSUE =
      "{\"id\":\"%d\",\"key\":\"OPS-%d\",\"fields\":{\"project\":{\"id\":\"20\",\"key\":\"OPS\"},"
          + "\"updated\":\"2026-01-02T01:00:00.000+0100\"%s}}";

  private final VirtualTime time = new VirtualTime();

  @Test
  void cloudLooksUpAHundredIssuesARequest() throws IOException {
    try (ScriptedServer server =
            new ScriptedServer(
                Reply.json("{\"issues\":[" + issue(7) + "],\"issueErrors\":[]}"),
                Reply.json("{\"issues\":[],\"issueErrors\":[]}"));
        JiraClient client = TestClients.cloud(server, time)) {
      IssueLookup.Answer answer =
          client.lookup().find(LongStream.rangeClosed(1, 101).boxed().toList());

      assertThat(answer.found().keySet()).containsExactly(7L);
      assertThat(answer.found().get(7L))
          .isEqualTo(
              new FoundIssue(
                  7,
                  "OPS-7",
                  "20",
                  "OPS",
                  Optional.of(Instant.parse("2026-01-02T00:00:00Z")),
                  false));
      assertThat(answer.forbidden()).isEmpty();
      assertThat(server.request(0).target()).isEqualTo("/rest/api/3/issue/bulkfetch");
      assertThat(Json.MAPPER.readTree(server.request(0).body()).path("issueIdsOrKeys"))
          .hasSize(100);
      assertThat(Json.MAPPER.readTree(server.request(1).body()))
          .isEqualTo(
              Json.MAPPER.readTree(
                  "{\"issueIdsOrKeys\":[\"101\"],"
                      + "\"fields\":[\"project\",\"updated\",\"archiveddate\",\"archivedby\"]}"));
    }
  }

  @Test
  void whatABulkFetchFailedToFetchIsAskedForAgainAndNotTakenForGone() {
    try (ScriptedServer server =
            new ScriptedServer(
                Reply.json(
                    "{\"issues\":["
                        + issue(7)
                        + "],\"issueErrors\":[{\"id\":\"8\",\"errorMessage\":\"try again\"}]}"),
                Reply.json(issue(8)));
        JiraClient client = TestClients.cloud(server, time)) {
      assertThat(client.lookup().find(List.of(7L, 8L, 9L)).found().keySet())
          .containsExactlyInAnyOrder(7L, 8L);
      assertThat(server.request(1).target()).startsWith("/rest/api/3/issue/8?fields=project");
    }
  }

  @Test
  void dataCenterTellsWhatIsGoneFromWhatIsForbidden() {
    try (ScriptedServer server =
            new ScriptedServer(
                Reply.error(404, "{\"errorMessages\":[\"Issue Does Not Exist\"]}"),
                Reply.error(
                    403,
                    "{\"errorMessages\":[\"You do not have the permission to see the specified"
                        + " issue.\"]}"),
                Reply.json(issue(9, ",\"archiveddate\":\"2026-02-01T00:00:00.000+0000\"")));
        JiraClient client = TestClients.dataCenter(server, time)) {
      IssueLookup.Answer answer = client.lookup().find(List.of(7L, 8L, 9L));

      assertThat(answer.found().keySet()).containsExactly(9L);
      assertThat(answer.found().values()).extracting(FoundIssue::archived).containsExactly(true);
      assertThat(answer.forbidden()).containsExactly(8L);
      assertThat(server.request(2).target())
          .isEqualTo(
              "/jira/rest/api/2/issue/9?fields=project%2Cupdated%2Carchiveddate%2Carchivedby");
    }
  }

  @Test
  void whatIsHiddenFromAStrangerIsNotTakenForGone() {
    try (ScriptedServer server =
            new ScriptedServer(
                Reply.error(
                    404,
                    "{\"errorMessages\":[\"Issue Does Not Exist\"]}",
                    "X-AUSERNAME: anonymous"));
        JiraClient client = TestClients.dataCenter(server, time)) {
      assertThatThrownBy(() -> client.lookup().find(List.of(7L)))
          .isInstanceOf(JiraException.Unauthorised.class);
    }
  }

  @Test
  void thePermissionToBrowseIsOnlyBelievedWhenJiraSaysSo() {
    try (ScriptedServer server =
            new ScriptedServer(
                Reply.json(permission(true)),
                Reply.json(permission(false)),
                Reply.json("{}"),
                Reply.error(404, "{}"),
                Reply.error(403, "{}"));
        JiraClient client = TestClients.cloud(server, time)) {
      IssueLookup lookup = client.lookup();
      assertThat(lookup.mayBrowse("20")).isTrue();
      assertThat(server.request(0).target())
          .isEqualTo("/rest/api/3/mypermissions?projectId=20&permissions=BROWSE_PROJECTS");
      for (int i = 0; i < 4; i++) {
        assertThat(lookup.mayBrowse("20")).isFalse();
      }
    }
  }

  @Test
  void idsComeAsManyAPageAsTheEditionGives() throws IOException {
    try (ScriptedServer server =
            new ScriptedServer(
                Reply.json("{\"issues\":[{\"id\":\"7\"},{\"key\":\"A-1\",\"id\":\"8\"}]}"));
        JiraClient cloud = TestClients.cloud(server, time);
        JiraClient dataCenter = TestClients.dataCenter(server, time)) {
      assertThat(cloud.issueIds("created >= 0").next().orElseThrow()).containsExactly(7, 8);
      assertThat(dataCenter.issueIds("created >= 0").next().orElseThrow()).containsExactly(7, 8);

      assertThat(Json.MAPPER.readTree(server.request(0).body()))
          .isEqualTo(
              Json.MAPPER.readTree(
                  "{\"jql\":\"created >= 0\",\"maxResults\":5000,\"fields\":[\"id\"]}"));
      // One more than a page: the row that consecutive pages share.
      assertThat(Json.MAPPER.readTree(server.request(1).body()).path("maxResults").asInt())
          .isEqualTo(1_001);
    }
  }

  @Test
  void anIssueWithoutANumberForAnIdIsMalformed() {
    try (ScriptedServer server =
            new ScriptedServer(
                Reply.json("{\"issues\":[{\"id\":\"x\"}]}"),
                Reply.json("{\"issues\":[{\"key\":\"A-1\"}]}"));
        JiraClient client = TestClients.cloud(server, time)) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> client.issueIds("created >= 0").next())
            .isInstanceOf(JiraException.Malformed.class);
      }
    }
  }

  private static String permission(boolean granted) {
    return "{\"permissions\":{\"BROWSE_PROJECTS\":{\"havePermission\":" + granted + "}}}";
  }

  private static String issue(long id) {
    return issue(id, "");
  }

  private static String issue(long id, String more) {
    return ISSUE.formatted(id, id, more);
  }
}
