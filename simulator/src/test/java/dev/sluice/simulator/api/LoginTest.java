package dev.sluice.simulator.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.simulator.Browser;
import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.TestSite;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LoginTest {
  private static final String SEARCH = "/rest/api/2/search/jql?jql=project%3DMKT";

  @Test
  void anyLoginIsGoodUnlessOneIsSet() {
    try (JiraSimulator jira = builder().start()) {
      assertThat(Browser.basic(jira, "x", "y").get("/rest/api/2/myself").status()).isEqualTo(200);
      assertThat(Browser.bearer(jira, "y").get("/rest/api/2/myself").status()).isEqualTo(200);
      assertThat(Browser.basic(jira, "x", "").get("/rest/api/2/myself").status()).isEqualTo(401);
      assertThat(Browser.stranger(jira).get("/rest/api/2/myself").status()).isEqualTo(401);
      assertThat(Browser.stranger(jira).get(SEARCH).status()).isEqualTo(401);
      assertThat(Browser.stranger(jira).get("/rest/api/2/serverInfo").status()).isEqualTo(200);
    }
  }

  @Test
  void aGoodLoginIsToldWhoItIs() {
    try (JiraSimulator jira = builder().credentials("ann", "secret").start()) {
      Browser.Answer answer = Browser.basic(jira, "ann", "secret").get("/rest/api/2/myself");

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("X-AAccountId")).isEqualTo("acc-ann");
      assertThat(answer.header("X-Seraph-LoginReason")).isEqualTo("OK");
      assertThat(answer.json().path("timeZone").asText()).isEqualTo(TestSite.ACCOUNT_ZONE.getId());
      assertThat(Browser.bearer(jira, "secret").get(SEARCH).status()).isEqualTo(200);
    }
  }

  @Test
  void aWrongLoginIsRefusedEverywhere() {
    try (JiraSimulator jira = builder().credentials("ann", "secret").start()) {
      Browser wrong = Browser.basic(jira, "ann", "wrong");

      assertThat(wrong.get("/rest/api/2/myself").status()).isEqualTo(401);
      assertThat(wrong.get(SEARCH).status()).isEqualTo(401);
    }
  }

  @Test
  void whereStrangersMayBrowseAWrongLoginSeesAnEmptyJira() {
    try (JiraSimulator jira =
        builder().credentials("ann", "secret").anonymousBrowsing(true).start()) {
      Browser wrong = Browser.basic(jira, "ann", "wrong");
      Browser.Answer search = wrong.get(SEARCH);

      assertThat(search.status()).isEqualTo(200);
      assertThat(search.json().path("issues")).isEmpty();
      assertThat(search.header("X-Seraph-LoginReason")).isEqualTo("AUTHENTICATED_FAILED");
      assertThat(wrong.get("/rest/api/2/field").json()).isEmpty();
      assertThat(wrong.get("/rest/api/2/project/search").json().path("total").asInt()).isZero();
      assertThat(wrong.get("/rest/api/2/myself").status()).isEqualTo(401);
    }
  }

  @Test
  void credentialsAreNeverPrinted() {
    assertThat(new Login(Optional.of("ann:secret"), false).toString()).doesNotContain("secret");
  }

  private static JiraSimulator.Builder builder() {
    return JiraSimulator.builder().site(TestSite.of(3));
  }
}
