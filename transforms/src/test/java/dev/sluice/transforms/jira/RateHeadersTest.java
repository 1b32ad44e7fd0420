package dev.sluice.transforms.jira;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class RateHeadersTest {
  private static final String DATE = "Date: Tue, 24 Nov 2026 10:00:00 GMT";

  @Test
  void readsSecondsAndDates() {
    assertThat(headers("Retry-After: 7").told()).contains(Duration.ofSeconds(7));
    assertThat(headers("Retry-After: Tue, 24 Nov 2026 10:00:30 GMT").told())
        .contains(Duration.ofSeconds(30));
  }

  @Test
  void measuresDatesAgainstTheServersClock() {
    assertThat(
            headers(
                    "Date: Tue, 24 Nov 2026 12:00:00 GMT",
                    "Retry-After: Tue, 24 Nov 2026 12:00:30 GMT")
                .told())
        .contains(Duration.ofSeconds(30));
  }

  @Test
  void readsTheResetInAllItsForms() {
    for (String reset :
        List.of(
            "2026-11-24T10:02:00Z",
            "2026-11-24T10:02Z",
            "2026-11-24T11:02:00.000+0100",
            "120",
            "1795514520")) {
      assertThat(headers(DATE, "X-RateLimit-Reset: " + reset).told())
          .as(reset)
          .contains(Duration.ofMinutes(2));
    }
  }

  @Test
  void readsTheExhaustedPolicyWhateverItsOrderAndPrefix() {
    RateHeaders beta =
        headers("Beta-RateLimit: \"jira-burst-based\";r=90;t=1,\"global-app-quota\";t=50;r=0");
    assertThat(beta.told()).contains(Duration.ofSeconds(50));
    assertThat(beta.scope()).isEqualTo(Scope.EVERYTHING);
    RateHeaders burst =
        headers("RateLimit: \"global-app-quota\";r=11000;t=600, \"jira-burst-based\";r=0;t=3");
    assertThat(burst.told()).contains(Duration.ofSeconds(3));
    assertThat(burst.scope()).isEqualTo(Scope.ENDPOINT);
  }

  @Test
  void readsTheIntervalOfDataCenter() {
    assertThat(
            headers(
                    "retry-after: 0",
                    "X-RateLimit-Limit: 10",
                    "X-RateLimit-FillRate: 1",
                    "X-RateLimit-Interval-Seconds: 5")
                .told())
        .contains(Duration.ofSeconds(5));
  }

  @Test
  void prefersRetryAfterAndIgnoresWhatMakesNoSense() {
    assertThat(headers("Retry-After: 3", "X-RateLimit-Reset: 2026-11-24T10:02Z").told())
        .contains(Duration.ofSeconds(3));
    for (String odd : List.of("-1", "0", "soon", "", "1.5", "Tue, 24 Nov 2020 10:00:00 GMT")) {
      assertThat(headers(DATE, "Retry-After: " + odd).told()).as(odd).isEmpty();
    }
    assertThat(headers(DATE, "X-RateLimit-Reset: yesterday").told()).isEmpty();
    assertThat(headers().told()).isEmpty();
  }

  @Test
  void neverBelievesMoreThanADay() {
    assertThat(headers("Retry-After: 99999999999999999999").told()).contains(Duration.ofDays(1));
    assertThat(headers(DATE, "X-RateLimit-Reset: 99999999999").told()).contains(Duration.ofDays(1));
  }

  @Test
  void onlyABurstIsTheEndpointsOwn() {
    assertThat(headers("RateLimit-Reason: jira-burst-based").scope()).isEqualTo(Scope.ENDPOINT);
    assertThat(headers("RateLimit-Reason: jira-quota-tenant-based").scope())
        .isEqualTo(Scope.EVERYTHING);
    assertThat(headers("RateLimit-Reason: jira-cost-based").scope()).isEqualTo(Scope.EVERYTHING);
    assertThat(headers().scope()).isEqualTo(Scope.EVERYTHING);
  }

  private static RateHeaders headers(String... lines) {
    Map<String, List<String>> headers =
        Arrays.stream(lines)
            .collect(
                Collectors.groupingBy(
                    line -> line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT),
                    Collectors.mapping(
                        line -> line.substring(line.indexOf(':') + 1).strip(),
                        Collectors.toList())));
    return new RateHeaders(new ResponseHead(429, headers), new VirtualTime());
  }
}
