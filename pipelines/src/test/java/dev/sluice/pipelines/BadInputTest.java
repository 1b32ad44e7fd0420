package dev.sluice.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.schemas.layout.Manifest;
import dev.sluice.schemas.layout.RunStatus;
import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.api.Edition;
import dev.sluice.simulator.site.SimIssue;
import dev.sluice.simulator.site.Site;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What goes wrong ends in one clear error, the documented exit code, and nothing half-published.
 */
final class BadInputTest {

  @TempDir Path folder;

  @Test
  void nobodyListensThere() {
    Sluice sluice = new Sluice(folder).configured(URI.create("http://127.0.0.1:9"));

    Sluice.Result result = sluice.execute("check");

    assertThat(result.exitCode()).isEqualTo(69);
    assertThat(result.out()).containsPattern("fail +reach +nothing answers at 127.0.0.1 port 9");
  }

  @Test
  void aWebPageIsNoJira() {
    try (JiraSimulator jira = jira("html=100%")) {
      fails(new Sluice(folder).configured(jira.baseUri()), 78, "jira.url");
    }
  }

  @Test
  void aWrongPathIsNoJira() {
    try (JiraSimulator jira = jira()) {
      fails(new Sluice(folder).configured(URI.create(jira.baseUri() + "/wrong")), 78, "jira.url");
    }
  }

  @Test
  void aWrongTokenIsDeniedOnceAndNotRetried() {
    try (JiraSimulator jira =
        JiraSimulator.builder()
            .site(Sluice.site(30))
            .edition(Edition.CLOUD)
            .credentials("a@b.c", "another")
            .start()) {
      fails(new Sluice(folder).configured(jira.baseUri()), 77, "token");
      assertThat(jira.requestLog().size()).isEqualTo(1);
    }
  }

  @Test
  void trap1AnAnonymousAnswerInTheMiddleIsDeniedBeforeAnythingIsPublished() {
    try (JiraSimulator jira = jira("anonymous-after=5")) {
      fails(new Sluice(folder).configured(jira.baseUri()), 77, "token");
    }
  }

  @Test
  void trap23WordsThatAreNoQueryAreRefusedWithinOurs() {
    try (JiraSimulator jira = jira()) {
      Sluice sluice = new Sluice(folder).configured(jira.baseUri(), "jql: Marketting Campain");

      assertThat(sluice.execute("run").exitCode()).isEqualTo(78);
    }
  }

  @Test
  void trap23AFirstLoadThatFindsNothingSaysSo() {
    try (JiraSimulator jira = jira()) {
      Sluice sluice =
          new Sluice(folder).configured(jira.baseUri(), "jql: summary ~ \"Marketting Campain\"");

      Sluice.Result result = sluice.execute("run");

      assertThat(result.exitCode()).as(result.err()).isZero();
      assertThat(result.out()).contains("warning", "finds no issue at all", "jira.jql");
    }
  }

  @Test
  void trap22JqlThatJiraRefusesIsAConfigurationError() {
    try (JiraSimulator jira = jira()) {
      fails(
          new Sluice(folder).configured(jira.baseUri(), "jql: 'project = NOSUCH'"),
          78,
          "does not exist for the field 'project'");
    }
  }

  @Test
  void anOutputThatCannotBeWrittenIsToldBeforeJiraIsAsked() throws IOException {
    try (JiraSimulator jira = jira()) {
      Sluice sluice = new Sluice(folder).configured(jira.baseUri());
      Files.writeString(sluice.warehouse(), "a file, not a folder");

      Sluice.Result result = sluice.execute("run");

      assertThat(result.exitCode()).isIn(69, 78);
      assertThat(result.err()).contains("error: ").contains("hint: ");
      assertThat(jira.requestLog().size()).isZero();
    }
  }

  @Test
  void aMisspeltKeyNamesItsLineAndTheKeyThatWasMeant() {
    Sluice sluice = new Sluice(folder).written("jira:\n  ulr: http://127.0.0.1:9\n");

    fails(sluice, 78, "sluice.yaml:2", "url");
  }

  @Test
  void aSecretInTheConfigurationIsRefusedAndNeverPrinted() {
    Sluice sluice =
        new Sluice(folder)
            .written(
                "jira:\n  url: http://127.0.0.1:9\n  auth: {type: bearer, token: "
                    + Sluice.TOKEN
                    + "}\n");

    Sluice.Result result = sluice.execute("run");

    assertThat(result.exitCode()).isEqualTo(78);
    assertThat(result.out() + result.err()).doesNotContain(Sluice.TOKEN).contains("env:");
  }

  @Test
  void anIssueWithoutCreatedIsSetAsideAndTheRestOfItsShardLands() {
    Site site = withoutCreated(Sluice.site(30), 12);
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, site)) {
      Sluice sluice = new Sluice(folder).configured(jira.baseUri());

      Sluice.Result result = sluice.execute("run");

      assertThat(result.exitCode()).as(result.err()).isEqualTo(65);
      Manifest manifest = sluice.manifests().get(0);
      assertThat(manifest.status()).isEqualTo(RunStatus.PARTIAL);
      assertThat(sluice.rows(manifest, "issue")).hasSize(29);
      GenericRecord letter = sluice.rows(manifest, "_dead_letter").get(0);
      String id = Long.toString(site.issues().get(12).id());
      assertThat(letter.get("issue_id")).hasToString(id);
      assertThat(letter.get("replay_jql")).hasToString("id = " + id);
      assertThat(letter.get("error_message").toString()).contains("created");
      assertThat(letter.get("raw").toString()).contains("\"id\":\"" + id + "\"");
      assertThat(result.out()).contains("_dead_letter");
    }
  }

  @Test
  void anIssueSetAsideIsFetchedAgainOnceItIsWhole() {
    Site whole = Sluice.site(30);
    String id = Long.toString(whole.issues().get(12).id());
    try (JiraSimulator broken = Sluice.jira(Edition.CLOUD, withoutCreated(whole, 12))) {
      Sluice sluice = new Sluice(folder).configured(broken.baseUri());
      assertThat(sluice.execute("run").exitCode()).isEqualTo(65);
    }
    try (JiraSimulator mended = Sluice.jira(Edition.CLOUD, whole)) {
      Sluice sluice = new Sluice(folder).configured(mended.baseUri());

      Sluice.Result replay = sluice.execute("run", "--replay-dead-letters");

      assertThat(replay.exitCode()).as(replay.err()).isZero();
      Manifest manifest = sluice.newestManifest();
      assertThat(sluice.rows(manifest, "issue")).hasSize(1);
      assertThat(sluice.rows(manifest, "issue").get(0).get("id")).hasToString(id);
      assertThat(sluice.rows(manifest, "_run").get(0).get("mode")).hasToString("replay");

      Sluice.Result again = sluice.execute("run", "--replay-dead-letters", "--skip-exit-code");
      assertThat(again.exitCode()).as("nothing is open any more").isEqualTo(99);
    }
  }

  @Test
  void anOpenDeadLetterThatJiraNoLongerHasIsNamed() {
    Site whole = Sluice.site(30);
    try (JiraSimulator broken = Sluice.jira(Edition.CLOUD, withoutCreated(whole, 12))) {
      new Sluice(folder).configured(broken.baseUri()).execute("run");
    }
    try (JiraSimulator smaller = Sluice.jira(Edition.CLOUD, Sluice.site(0))) {
      Sluice sluice = new Sluice(folder).configured(smaller.baseUri());

      Sluice.Result replay = sluice.execute("run", "--replay-dead-letters");

      assertThat(replay.exitCode()).as(replay.err()).isZero();
      assertThat(replay.out())
          .contains("warning", whole.issues().get(12).key(), "no longer there or hidden");
    }
  }

  @Test
  void whatAWalkThatEndsEarlyLeavesOutIsFoundAndReported() {
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, Sluice.site(300), "early-end=100")) {
      Sluice sluice = new Sluice(folder).configured(jira.baseUri());

      Sluice.Result result = sluice.execute("run");

      assertThat(result.exitCode()).as(result.err()).isZero();
      assertThat(result.out()).contains("warning", "200 issues", "missing from Jira's pages");
      Manifest manifest = sluice.manifests().get(0);
      assertThat(manifest.status()).isEqualTo(RunStatus.OK);
      assertThat(sluice.rows(manifest, "issue")).hasSize(300);
      assertThat(sluice.rows(manifest, "_shard").stream().map(row -> row.get("status").toString()))
          .contains("reread");
    }
  }

  @Test
  void aWalkThatGivesNothingIsNeverReportedAsSuccess() {
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, Sluice.site(300), "early-end=0")) {
      Sluice sluice = new Sluice(folder).configured(jira.baseUri());

      Sluice.Result result = sluice.execute("run");

      assertThat(result.exitCode()).isEqualTo(65);
      assertThat(sluice.manifests().get(0).status()).isEqualTo(RunStatus.PARTIAL);
      assertThat(sluice.warehouse().resolve("_sluice/state.json")).doesNotExist();
    }
  }

  @Test
  void theTokenIsInNothingThatARunLeaves() {
    try (JiraSimulator jira = jira("errors-5xx=10%")) {
      Sluice sluice = new Sluice(folder).configured(jira.baseUri());
      Sluice.Result run = sluice.execute("run", "--debug");
      Sluice.Result check = sluice.execute("check", "--debug");

      List<byte[]> left = new ArrayList<>();
      for (Sluice.Result result : List.of(run, check)) {
        left.add(result.out().getBytes(StandardCharsets.UTF_8));
        left.add(result.err().getBytes(StandardCharsets.UTF_8));
      }
      sluice.files().forEach(file -> left.add(Sluice.bytes(file)));
      String basic =
          Base64.getEncoder()
              .encodeToString(("a@b.c:" + Sluice.TOKEN).getBytes(StandardCharsets.UTF_8));
      assertThat(left)
          .hasSizeGreaterThan(6)
          .allSatisfy(
              content ->
                  assertThat(new String(content, StandardCharsets.ISO_8859_1))
                      .doesNotContain(Sluice.TOKEN)
                      .doesNotContain(basic));
    }
  }

  private static JiraSimulator jira(String... faults) {
    return Sluice.jira(Edition.CLOUD, Sluice.site(30), faults);
  }

  private static void fails(Sluice sluice, int exitCode, String... words) {
    Sluice.Result result = sluice.execute("run");

    assertThat(result.exitCode()).as(result.err()).isEqualTo(exitCode);
    assertThat(result.err()).contains("error: ").contains("hint: ").contains(words);
    assertThat(result.err()).doesNotContain("\tat ");
    if (Files.isDirectory(sluice.warehouse())) {
      assertThat(sluice.manifests()).isEmpty();
    }
  }

  private static Site withoutCreated(Site site, int index) {
    List<SimIssue> issues = new ArrayList<>(site.issues());
    SimIssue good = issues.get(index);
    ObjectNode json = good.json().deepCopy();
    ((ObjectNode) json.get("fields")).remove("created");
    issues.set(index, new SimIssue(good.id(), good.key(), good.created(), good.updated(), json));
    return site.withIssues(issues);
  }
}
