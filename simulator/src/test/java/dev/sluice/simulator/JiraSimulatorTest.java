package dev.sluice.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

final class JiraSimulatorTest {
  @Test
  void theClockOfTheServerIsTheOneItWasGiven() {
    Clock clock = Clock.fixed(Instant.parse("2026-11-05T01:02:03Z"), ZoneOffset.UTC);
    try (JiraSimulator jira = builder().clock(clock).start()) {
      Browser.Answer answer = Browser.of(jira).get("/rest/api/3/serverInfo");

      assertThat(answer.header("Date")).isEqualTo("Thu, 05 Nov 2026 01:02:03 GMT");
      assertThat(answer.json().path("serverTime").asText())
          .as("in the zone of the site")
          .isEqualTo("2026-11-05T12:02:03.000+1100");
    }
  }

  @Test
  void answersAreCompressedForThoseWhoTakeThem() throws IOException, InterruptedException {
    try (JiraSimulator jira = builder().start()) {
      HttpRequest request =
          Browser.of(jira)
              .request("/rest/api/3/search/jql?jql=created%3E0&fields=*all")
              .header("Accept-Encoding", "gzip")
              .build();
      HttpResponse<byte[]> response =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());

      assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
      try (GZIPInputStream body = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
        assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8)).contains("MKT-1");
      }
    }
  }

  @Test
  void bodiesOfUnknownLengthAreRead() {
    try (JiraSimulator jira = builder().start()) {
      byte[] body = "{\"jql\":\"project = MKT\"}".getBytes(StandardCharsets.UTF_8);
      Browser.Answer answer =
          Browser.of(jira)
              .send(
                  Browser.of(jira)
                      .request("/rest/api/3/search/approximate-count")
                      .header("Content-Type", "application/json")
                      .POST(
                          HttpRequest.BodyPublishers.ofInputStream(
                              () -> new ByteArrayInputStream(body))));

      assertThat(answer.json().path("count").asInt()).isEqualTo(7);
    }
  }

  @Test
  void theLogCountsRequestsByEndpoint() {
    try (JiraSimulator jira = builder().start()) {
      Browser browser = Browser.of(jira);
      browser.get("/rest/api/3/issue/MKT-1");
      browser.get("/rest/api/3/issue/MKT-2");
      browser.get("/rest/api/3/nothing");

      assertThat(jira.requestLog().countsByEndpoint())
          .containsEntry("GET /rest/api/3/issue/{issue}", 2L)
          .containsEntry("GET (no endpoint)", 1L);
      assertThat(jira.requestLog().countsByStatus()).containsEntry(200, 2L).containsEntry(404, 1L);
      assertThat(jira.requestLog().mostWithin(Duration.ofHours(1))).isEqualTo(3);
      assertThat(jira.requestLog().mostWithin(Duration.ofNanos(1))).isEqualTo(1);
      assertThat(jira.requestLog().peakConcurrency()).isEqualTo(1);
    }
  }

  @Test
  void manyClientsAreServedAtOnce() {
    try (JiraSimulator jira = builder().latency(Duration.ofMillis(50)).start()) {
      Browser browser = Browser.of(jira);
      List<Integer> statuses =
          IntStream.range(0, 16)
              .parallel()
              .mapToObj(i -> browser.get("/rest/api/3/myself").status())
              .toList();

      assertThat(statuses).hasSize(16).containsOnly(200);
    }
  }

  @Test
  void besideTheContextPathThereIsNoJira() throws IOException, InterruptedException {
    try (JiraSimulator jira = builder().contextPath("/jira").start()) {
      URI beside =
          URI.create("http://127.0.0.1:" + jira.baseUri().getPort() + "/rest/api/3/serverInfo");
      HttpResponse<String> response =
          HttpClient.newHttpClient()
              .send(HttpRequest.newBuilder(beside).build(), HttpResponse.BodyHandlers.ofString());

      assertThat(response.statusCode()).isEqualTo(404);
      assertThat(response.body()).startsWith("<html>");
    }
  }

  @Test
  void aTakenPortIsToldPlainly() {
    try (JiraSimulator jira = builder().start()) {
      int port = jira.baseUri().getPort();

      assertThatThrownBy(() -> builder().port(port).start())
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("127.0.0.1:" + port);
    }
  }

  @Test
  void afterClosingNobodyAnswers() {
    JiraSimulator jira = builder().start();
    Browser browser = Browser.of(jira);
    browser.get("/rest/api/3/serverInfo");
    jira.close();

    assertThatThrownBy(() -> browser.get("/rest/api/3/serverInfo"))
        .isInstanceOf(UncheckedIOException.class);
  }

  private static JiraSimulator.Builder builder() {
    return JiraSimulator.builder().site(TestSite.of(10));
  }
}
