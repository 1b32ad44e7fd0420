package dev.sluice.transforms.jira;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LargePagesTest {
  private static final String PAGE = "{\"issues\":[{\"id\":\"1\"}],\"nextPageToken\":\"%s\"}";
  private static final String LAST = "{\"issues\":[{\"id\":\"9\"}]}";

  private final VirtualTime time = new VirtualTime();

  @Test
  void aPageTooLargeForTheServerIsAskedForInHalvesAndTheNextIsLargerAgain() {
    Reply tooLarge = Reply.error(413, "{}");
    try (ScriptedServer server =
            new ScriptedServer(
                Reply.json(PAGE.formatted("a")),
                tooLarge,
                tooLarge,
                Reply.json(PAGE.formatted("b")),
                Reply.json(PAGE.formatted("c")),
                Reply.json(LAST));
        JiraClient client = TestClients.cloud(server, time)) {
      assertThat(walk(client, 100)).isEqualTo(4);
      assertThat(sizes(server)).containsExactly(100, 100, 50, 25, 50, 100);
      assertThat(server.requests().get(3).body()).contains("\"nextPageToken\":\"a\"");
    }
  }

  @Test
  void aPageTheServerDiesOfIsTriedOnceMoreAndThenInHalves() {
    String body = PAGE.formatted("a");
    try (ScriptedServer server =
            new ScriptedServer(
                Reply.error(504, "{}"),
                Reply.truncated(body),
                Reply.resetInBody(body),
                Reply.json(body),
                Reply.json(LAST));
        JiraClient client = TestClients.cloud(server, time)) {
      assertThat(walk(client, 8)).isEqualTo(2);
      assertThat(sizes(server)).containsExactly(8, 8, 4, 2, 4);
    }
  }

  @Test
  void aPageTheServerIsSilentAboutIsAskedForInHalves() {
    Timeouts impatient =
        new Timeouts(Duration.ofSeconds(20), Duration.ofMillis(300), Duration.ofMinutes(1));
    try (ScriptedServer server =
            new ScriptedServer(Reply.silence(), Reply.silence(), Reply.json(LAST));
        JiraClient client =
            TestClients.open(
                TestClients.connection(server.uri(""))
                    .withEdition(Edition.CLOUD)
                    .withTimeouts(impatient),
                time)) {
      assertThat(walk(client, 50)).isEqualTo(1);
      assertThat(sizes(server)).containsExactly(50, 50, 25);
    }
  }

  @Test
  void anOutageIsNotTakenForALargePage() {
    try (ScriptedServer server = new ScriptedServer(Reply.error(503, "{}"));
        JiraClient client = TestClients.cloud(server, time)) {
      assertThatThrownBy(() -> walk(client, 100)).isInstanceOf(JiraException.Unavailable.class);
      assertThat(sizes(server)).containsOnly(100).hasSize(5);
    }
  }

  @Test
  void oneIssueThatIsTooLargeEndsTheWalk() {
    try (ScriptedServer server = new ScriptedServer(Reply.error(413, "{}"));
        JiraClient client = TestClients.dataCenter(server, time)) {
      assertThatThrownBy(() -> walk(client, 4))
          .isInstanceOfSatisfying(
              JiraException.Refused.class, e -> assertThat(e.status()).isEqualTo(413));
      assertThat(sizes(server)).as("four and one to overlap with").containsExactly(5, 2, 1);
    }
  }

  @Test
  void aPageBeyondTheBoundIsGivenUpWhileItIsRead() {
    String page = "{\"issues\":[{\"id\":\"" + "1".repeat(5_000) + "\"},{\"id\":\"2\"}]}";

    assertThatThrownBy(() -> read(page, 4_000)).isInstanceOf(OversizedPageException.class);
    assertThat(readSize(page, 6_000)).isEqualTo(2);
  }

  @Test
  void aTokenRefusedAfterASmallerPageTellsWithWhatSizeToBeginAnew() {
    try (ScriptedServer server =
            new ScriptedServer(
                Reply.json(PAGE.formatted("a")),
                Reply.error(413, "{}"),
                Reply.error(400, "{\"errorMessages\":[\"The token is of another search\"]}"));
        JiraClient client = TestClients.cloud(server, time)) {
      assertThatThrownBy(() -> walk(client, 10))
          .isInstanceOfSatisfying(
              JiraException.TokenRefused.class, e -> assertThat(e.pageSize()).isEqualTo(5));
    }
  }

  private static int walk(JiraClient client, int pageSize) {
    IssuePages pages =
        client.search(new SearchRequest("created >= 0", List.of("*all"), List.of(), pageSize));
    int issues = 0;
    for (Optional<IssuePage> page = pages.next(); page.isPresent(); page = pages.next()) {
      issues += page.get().issues().size();
    }
    return issues;
  }

  private static List<Integer> sizes(ScriptedServer server) {
    return server.requests().stream().map(request -> size(request.body())).toList();
  }

  private static int size(String body) {
    try {
      return Json.MAPPER.readTree(body).path("maxResults").asInt();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static int readSize(String page, long mostBytes) {
    try {
      return read(page, mostBytes).page().issues().size();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static SearchAnswer read(String page, long mostBytes) throws IOException {
    return new SearchAnswerReader(mostBytes)
        .read(
            new RecordedBody(new ByteArrayInputStream(page.getBytes(UTF_8))),
            new Arrival(Optional.empty(), Instant.EPOCH, Instant.EPOCH));
  }
}
