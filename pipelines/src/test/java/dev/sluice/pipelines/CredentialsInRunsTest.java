package dev.sluice.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schemas.layout.Documents;
import dev.sluice.schemas.layout.Manifest;
import dev.sluice.schemas.layout.RunStatus;
import dev.sluice.schemas.layout.RunSummary;
import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.api.Edition;
import dev.sluice.simulator.site.SimIssue;
import dev.sluice.simulator.site.Site;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logins of every kind, from the command line to the files. */
final class CredentialsInRunsTest {

  private static final String CLIENT_SECRET = "client-canary";

  @TempDir Path folder;

  @Test
  void aServiceAccountLoadsWithTokensThatItFetches() {
    AtomicInteger tokens = new AtomicInteger();
    try (JiraSimulator jira = Sluice.jira(Edition.DATA_CENTER, Sluice.site(30));
        HostileProxy proxy = new HostileProxy(jira.baseUri(), issuing(tokens, Sluice.TOKEN))) {
      Sluice sluice = serviceAccount(proxy.uri());

      Sluice.Result check = sluice.execute("check");
      assertThat(check.exitCode()).as(check.out()).isZero();
      Sluice.Result run = sluice.execute("run");
      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(sluice.rows(sluice.manifests().get(0), "issue")).hasSize(30);
      assertThat(tokens).as("one for the check, one for planning, one for reading").hasValue(3);
      assertThat(proxy.asked().get(0).body())
          .contains(
              "grant_type=client_credentials", "client_secret=" + CLIENT_SECRET, "scope=READ");
    }
  }

  @Test
  void aServiceAccountThatIsRefusedIsDenied() {
    HostileProxy.Judge refusing =
        request ->
            Optional.of(
                Misdeeds.json(
                    401, "{\"error\":\"invalid_client\",\"debug\":\"" + CLIENT_SECRET + "\"}"));
    try (HostileProxy proxy = new HostileProxy(URI.create("http://127.0.0.1:9"), refusing)) {
      Sluice sluice = serviceAccount(proxy.uri());

      for (String verb : List.of("check", "run")) {
        Sluice.Result result = sluice.execute(verb);
        assertThat(result.exitCode()).isEqualTo(77);
        assertThat(result.out() + result.err())
            .contains("client id and secret are not accepted", "client-secret")
            .doesNotContain(CLIENT_SECRET);
      }
      assertThat(proxy.asked()).hasSize(2);
    }
  }

  @Test
  void aLoginThatJiraLocksIsNotTriedAgainByAnyReader() {
    int before = 22;
    HostileProxy.Judge locking =
        request ->
            request.number() < before
                ? Optional.empty()
                : Optional.of(
                    Misdeeds.json(
                        403,
                        "{}",
                        "X-Authentication-Denied-Reason: CAPTCHA_CHALLENGE; login-url=x"));
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, Sluice.site(400));
        HostileProxy proxy = new HostileProxy(jira.baseUri(), locking)) {
      Sluice sluice = new Sluice(folder).configured(proxy.uri(), "page-size: 10");

      Sluice.Result run = sluice.execute("run");

      assertThat(run.exitCode()).as(run.err()).isEqualTo(77);
      assertThat(run.err()).contains("captcha", "Log in once in a browser");
      assertThat(sluice.manifests()).isEmpty();
      assertThat(proxy.asked())
          .as("only what four readers had under way")
          .hasSizeBetween(before + 1, before + 4);
    }
  }

  @Test
  void aSecretThatIsAboutToExpireIsToldInEverySummary() {
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, Sluice.site(30))) {
      String secret = "file:" + new Sluice(folder).secret(Sluice.TOKEN);
      Sluice sluice =
          written(
              jira.baseUri(),
              "{type: bearer, token: \"" + secret + "\", expires: 2026-12-04}",
              "15m");

      Sluice.Result check = sluice.execute("check");
      assertThat(check.exitCode()).isZero();
      assertThat(check.out()).containsPattern("warn +secret .*expires in 10 days");
      Sluice.Result run = sluice.execute("run");
      assertThat(run.exitCode()).as(run.err()).isZero();
      RunSummary summary = sluice.summary(sluice.manifests().get(0));
      assertThat(summary.warnings())
          .containsExactly("the secret " + secret + " expires in 10 days");
      assertThat(summary.notices())
          .singleElement()
          .satisfies(
              notice -> {
                assertThat(notice.isAlert()).isTrue();
                assertThat(notice.message()).isEqualTo(summary.warnings().get(0));
              });
      assertThat(run.out()).containsOnlyOnce("expires in 10 days");
    }
  }

  @Test
  void aProjectThatIsNoLongerShownIsReportedAndTheOthersLoad() {
    Site whole = Sluice.site(120);
    String gone = whole.projects().get(0).path("key").asText();
    String kept = whole.projects().get(1).path("key").asText();
    String projects = "projects: [" + gone + ", " + kept + "]";
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, whole)) {
      Sluice sluice =
          new Sluice(folder)
              .configured(jira.baseUri(), projects)
              .adding("tables: {include: [issue, project]}");
      assertThat(sluice.execute("run").exitCode()).isZero();
    }
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, without(whole, gone))) {
      Sluice sluice =
          new Sluice(folder)
              .configured(jira.baseUri(), projects)
              .adding("tables: {include: [issue, project]}");

      Sluice.Result run = sluice.execute("run", "--full");

      assertThat(run.exitCode()).as(run.err()).isEqualTo(77);
      assertThat(run.err()).contains("no longer shows the account project " + gone);
      Manifest manifest = sluice.newestManifest();
      assertThat(manifest.status()).isEqualTo(RunStatus.PARTIAL);
      assertThat(sluice.rows(manifest, "issue"))
          .isNotEmpty()
          .allSatisfy(row -> assertThat(row.get("key").toString()).startsWith(kept + "-"));
      assertThat(sluice.summary(manifest).error())
          .extracting(RunSummary.Failure::kind)
          .isEqualTo("ProjectHidden");
    }
  }

  @Test
  void aProjectThatNeverWasIsAMistakeInTheConfiguration() {
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, Sluice.site(30))) {
      Sluice.Result run =
          new Sluice(folder).configured(jira.baseUri(), "projects: [MKTG, NOSUCH]").execute("run");

      assertThat(run.exitCode()).isEqualTo(78);
      assertThat(run.err()).contains("NOSUCH", "jira.projects");
    }
  }

  @Test
  void aLoginInClearTextNeedsToBeAllowed() {
    Sluice sluice = new Sluice(folder).configured(URI.create("http://jira.invalid"));

    Sluice.Result refused = sluice.execute("run");
    assertThat(refused.exitCode()).isEqualTo(78);
    assertThat(refused.err()).contains("clear text", "--allow-insecure");
    Sluice.Result allowed = sluice.execute("check", "--allow-insecure");
    assertThat(allowed.exitCode()).isEqualTo(69);
    assertThat(allowed.out()).contains("there is no host jira.invalid");
  }

  @Test
  void aQuotaThatIsNotOverSoonEndsTheRunWithTheTimeToComeBack() {
    HostileProxy.Judge quota =
        request ->
            request.target().contains("/search/jql")
                ? Optional.of(
                    Misdeeds.json(
                        429,
                        "{}",
                        "Retry-After: 1847",
                        "RateLimit-Reason: jira-quota-global-based"))
                : Optional.empty();
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, Sluice.site(30));
        HostileProxy proxy = new HostileProxy(jira.baseUri(), quota)) {
      String secret = "file:" + new Sluice(folder).secret(Sluice.TOKEN);
      Sluice sluice = written(proxy.uri(), "{type: bearer, token: \"" + secret + "\"}", "10m");

      Path file = folder.resolve("summary.json");
      Sluice.Result run = sluice.execute("run", "--summary-file=" + file);

      assertThat(run.exitCode()).isEqualTo(69);
      assertThat(run.err()).contains("jira-quota-global-based", "until 20");
      RunSummary.Failure error =
          Objects.requireNonNull(
              Documents.read(Sluice.bytes(file), RunSummary.class).error(), "told why");
      assertThat(error.retryAt()).isNotNull();
      assertThat(error.hint()).contains("budget.max-wait");
      assertThat(proxy.asked().stream().filter(it -> it.target().contains("/search/jql")))
          .hasSize(1);
    }
  }

  private Sluice serviceAccount(URI url) {
    return written(
        url,
        "{type: client-credentials, client-id: the-client, client-secret: \"file:"
            + new Sluice(folder).secret(CLIENT_SECRET)
            + "\"}",
        "15m");
  }

  private Sluice written(URI url, String auth, String maxWait) {
    Sluice sluice = new Sluice(folder);
    return sluice.written(
        """
        jira:
          url: %s
          auth: %s
          site: acme
          budget: {requests-per-second: 1000, concurrency: 4, max-wait: %s}
        output: {type: avro, path: %s}
        """
            .formatted(url, auth, maxWait, sluice.warehouse()));
  }

  private static HostileProxy.Judge issuing(AtomicInteger count, String token) {
    return request -> {
      if (!request.target().equals("/rest/oauth2/latest/token")) {
        return Optional.empty();
      }
      count.incrementAndGet();
      return Optional.of(
          Misdeeds.json(200, "{\"access_token\":\"" + token + "\",\"expires_in\":3600}"));
    };
  }

  private static Site without(Site site, String project) {
    List<SimIssue> issues =
        site.issues().stream().filter(issue -> !issue.key().startsWith(project + "-")).toList();
    return site.withIssues(issues)
        .withProjects(
            site.projects().stream()
                .filter(it -> !it.path("key").asText().equals(project))
                .toList());
  }
}
