package dev.sluice.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.api.Edition;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong is found in one go: a probe that fails hides only those that build on it. */
final class CheckTest {

  @TempDir Path folder;

  @Test
  void everythingThatIsWrongIsToldAtOnce() throws IOException {
    Path blocked = Files.writeString(folder.resolve("file"), "no folder").resolve("warehouse");
    Sluice.Result check =
        configured(URI.create("http://127.0.0.1:9"), "file:/no/such/secret", blocked)
            .execute("check");

    assertThat(check.exitCode()).isEqualTo(77);
    assertThat(verdicts(check))
        .containsExactly(
            "ok config",
            "fail secret",
            "fail reach",
            "skipped jira",
            "skipped clock",
            "skipped login",
            "skipped search",
            "skipped fields",
            "fail output");
    assertThat(check.out().lines().filter(line -> line.strip().startsWith("fix: "))).hasSize(3);
  }

  @Test
  void aSecretThatIsNotThereHidesNeitherTheServerNorTheOutput() {
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, Sluice.site(0))) {
      Sluice.Result check =
          configured(jira.baseUri(), "file:/no/such/secret", folder.resolve("out"))
              .execute("check");

      assertThat(check.exitCode()).isEqualTo(77);
      assertThat(verdicts(check)).contains("fail secret", "ok reach", "skipped login", "ok output");
    }
  }

  @Test
  void aLoginThatIsRefusedIsSentOnceAndHidesOnlyWhatItWouldHaveShown() {
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, Sluice.site(0))) {
      String wrong = "file:" + new Sluice(folder).secret("wrong");
      Sluice.Result check =
          configured(jira.baseUri(), wrong, folder.resolve("out")).execute("check");

      assertThat(check.exitCode()).isEqualTo(77);
      assertThat(verdicts(check))
          .containsExactly(
              "ok config",
              "ok secret",
              "ok reach",
              "ok jira",
              "fail login",
              "skipped clock",
              "skipped search",
              "skipped fields",
              "ok output");
      assertThat(jira.requestLog().size()).isEqualTo(1);
    }
  }

  private Sluice configured(URI url, String secret, Path output) {
    return new Sluice(folder)
        .written(
            """
            jira:
              url: %s
              auth: {type: bearer, token: "%s"}
            output: {type: avro, path: %s}
            """
                .formatted(url, secret, output));
  }

  private static List<String> verdicts(Sluice.Result check) {
    return check
        .out()
        .lines()
        .map(String::strip)
        .filter(line -> line.matches("(ok|warn|fail|skipped) .*"))
        .map(line -> line.replaceFirst("^(\\S+)\\s+(\\S+).*", "$1 $2"))
        .toList();
  }
}
