package dev.sluice.transforms.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.site.MarketingSite;
import dev.sluice.simulator.site.SimIssue;
import dev.sluice.simulator.site.Site;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SimulatedJiraTest {
  private static final Site SITE = MarketingSite.seeded(11, 700, VirtualTime.START);
  private static final String EVERYTHING = "created >= 0 ORDER BY created ASC, key ASC";

  private final VirtualTime time = new VirtualTime();

  @ParameterizedTest
  @EnumSource(Edition.class)
  void aStormOfFaultsLosesAndDoublesNothing(Edition edition) throws IOException {
    List<String> storm =
        List.of(
            "errors-5xx=5%",
            "reset=5%", "truncate=5%", "corrupt-json=5%", "short-pages=30%", "empty-pages=10%");
    try (JiraSimulator jira = simulator(edition).faults(storm).start();
        JiraClient client = TestClients.open(TestClients.connection(jira.baseUri()), time)) {
      assertThat(client.edition()).isEqualTo(edition);
      List<Long> ids = new ArrayList<>();
      IssuePages pages =
          client.search(new SearchRequest(EVERYTHING, List.of("*all"), List.of("changelog"), 20));
      for (Optional<IssuePage> page = pages.next(); page.isPresent(); page = pages.next()) {
        for (byte[] issue : page.get().issues()) {
          ids.add(Json.MAPPER.readTree(issue).path("id").asLong());
        }
      }
      assertThat(ids)
          .doesNotHaveDuplicates()
          .containsExactlyInAnyOrderElementsOf(SITE.issues().stream().map(SimIssue::id).toList());
      assertThat(client.stats().retries()).isPositive();
      assertThat(client.stats().requests()).isEqualTo(jira.requestLog().size());
    }
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void whatTheSiteKnowsComesThrough(Edition edition) {
    try (JiraSimulator jira = simulator(edition).start();
        JiraClient client = TestClients.open(TestClients.connection(jira.baseUri()), time)) {
      assertThat(client.count(EVERYTHING)).isEqualTo(SITE.issues().size());
      assertThat(client.fields().size()).isEqualTo(SITE.fields().size());
      assertThat(client.projects()).hasSize(SITE.projects().size());
      assertThat(client.myself().timeZone()).contains(SITE.accountZone().getId());
      assertThat(client.serverInfo().clockSkew().orElseThrow().abs())
          .isLessThan(Duration.ofMinutes(1));
    }
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void aWrongLoginIsFoundOutEvenWhereStrangersMayBrowse(Edition edition) {
    try (JiraSimulator jira =
            simulator(edition).credentials("a@b.c", "another").anonymousBrowsing(true).start();
        JiraClient client =
            TestClients.open(TestClients.connection(jira.baseUri()).withEdition(edition), time)) {
      assertThatThrownBy(() -> client.count(EVERYTHING))
          .isInstanceOf(JiraException.Unauthorised.class);
      assertThatThrownBy(client::myself).isInstanceOf(JiraException.Unauthorised.class);
    }
  }

  private JiraSimulator.Builder simulator(Edition edition) {
    return JiraSimulator.builder()
        .site(SITE)
        .edition(dev.sluice.simulator.api.Edition.valueOf(edition.name()))
        .contextPath(edition == Edition.DATA_CENTER ? "/jira" : "")
        .clock(time);
  }
}
