package dev.sluice.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.pipelines.Sluice.Result;
import dev.sluice.pipelines.config.ConfigFile;
import dev.sluice.pipelines.config.ConfigSchema;
import dev.sluice.pipelines.config.SluiceConfig;
import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.api.Edition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From five answers to a configuration that a run can do with. */
final class InitTest {

  private static final String PASTED = "pasted-s3cr3t";

  @TempDir Path folder;
  private Sluice sluice;
  private String token;

  @BeforeEach
  void start() {
    sluice = new Sluice(folder);
    token = "file:" + sluice.secret(Sluice.TOKEN);
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void wrongAnswersAreToldAndAskedAgainUntilTheFileIsRight(Edition edition) throws IOException {
    Path blocked = Files.writeString(folder.resolve("blocked"), "no folder");
    try (JiraSimulator jira = Sluice.jira(edition, Sluice.site(60))) {
      Result init =
          sluice
              .answering(
                  "",
                  "acme",
                  "http://u:p@127.0.0.1",
                  jira.baseUri().toString(),
                  "a@b.c",
                  PASTED,
                  "file:/no/such/secret",
                  "file:" + sluice.secret("wrong"),
                  "",
                  token,
                  "MKTGG",
                  "MKTG, CRE8",
                  "MKTG",
                  blocked.resolve("warehouse").toString(),
                  sluice.warehouse().toString())
              .execute("init");

      assertThat(init.exitCode()).as(init.err()).isZero();
      assertThat(init.err())
          .contains(
              "no  jira.url: expected an address",
              "no  jira.url: holds a user or password",
              "not encrypted",
              "no  jira.auth.token: holds the secret itself",
              "The secret file:/no/such/secret cannot be read",
              edition == Edition.CLOUD ? "Jira Cloud 1001" : "Jira Data Center 10.3",
              "logged in as ",
              "did you mean MKTG?",
              "no project CRE8",
              "blocked",
              "is writable")
          .doesNotContain(PASTED, Sluice.TOKEN);
      assertThat(init.err().split("2\\. ", -1)).as("asked for the user twice").hasSize(3);
      assertThat(init.out()).contains("wrote " + sluice.config(), "./sluice plan --config ");
      String text = Files.readString(sluice.config());
      assertThat(text)
          .startsWith("# yaml-language-server: $schema=" + ConfigSchema.FILE + "\n")
          .doesNotContain(PASTED, Sluice.TOKEN);
      assertThat(sluice.config().resolveSibling(ConfigSchema.FILE)).isNotEmptyFile();
      SluiceConfig config = ConfigFile.read(sluice.config(), Map.of());
      assertThat(config.jira().projects()).containsExactly("MKTG");
      assertThat(config.jira().url()).isEqualTo(jira.baseUri());
      Result plan = sluice.execute("plan");
      assertThat(plan.exitCode()).as(plan.err()).isZero();
    }
  }

  @Test
  void nothingIsAskedWhereOptionsAndTheEnvironmentSayEverything() throws IOException {
    try (JiraSimulator jira = Sluice.jira(Edition.DATA_CENTER, Sluice.site(10))) {
      Result init =
          sluice
              .within(Map.of("JIRA_URL", jira.baseUri().toString(), "JIRA_PROJECTS", "MKTG"))
              .execute(silently("--output=json"));

      assertThat(init.exitCode()).as(init.err()).isZero();
      assertThat(init.err()).isEmpty();
      assertThat(init.out()).contains("\"config\":\"" + sluice.config(), "\"exit_code\":0");
      assertThat(Files.readString(sluice.config()))
          .contains("{type: bearer, token: " + token, "projects: [MKTG]");
    }
  }

  @Test
  void whatCannotBeRightEndsWithTheCodeThatARunWouldEndWith() {
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, Sluice.site(10))) {
      String url = "--url=" + jira.baseUri();

      assertThat(code()).isEqualTo(2);
      assertThat(code("--url=ftp://acme")).isEqualTo(78);
      assertThat(sluice.execute(silently("--url=ftp://acme")).err())
          .contains("error: jira.url: expected an address")
          .contains("hint: give another answer; see 'sluice init --help'");
      assertThat(code("--url=http://127.0.0.1:9")).isEqualTo(69);
      assertThat(code("--url=http://jira.example.org")).isEqualTo(78);
      assertThat(code(url, "--user=a@b.c", "--token=" + PASTED)).isEqualTo(78);
      assertThat(code(url, "--token=file:" + sluice.secret("wrong"))).isEqualTo(77);
      assertThat(code(url, "--projects=NOPE")).isEqualTo(78);
      assertThat(code(url, "--output-path=/dev/null/warehouse")).isEqualTo(78);
      assertThat(sluice.config()).doesNotExist();
    }
  }

  @Test
  void aFileThatIsThereIsKeptUnlessForced() throws IOException {
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, Sluice.site(10))) {
      String url = "--url=" + jira.baseUri();
      Path schema = sluice.config().resolveSibling(ConfigSchema.FILE);
      Files.writeString(schema, "{\"title\": \"mine\"}");
      assertThat(code(url)).isEqualTo(2);
      assertThat(schema).hasContent("{\"title\": \"mine\"}");
      Files.delete(schema);
      sluice.written("mine");
      assertThat(code(url)).isEqualTo(2);
      assertThat(sluice.config()).hasContent("mine");

      assertThat(code(url, "--force")).isZero();
      assertThat(Files.readString(sluice.config())).contains(jira.baseUri().toString());
      Files.delete(sluice.config());
      assertThat(code(url)).as("its own schema is in nobody's way").isZero();
    }
  }

  @Test
  void anInputThatEndsTooSoonWritesNothing() {
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, Sluice.site(10))) {
      Result init = sluice.answering(jira.baseUri().toString(), "a@b.c").execute("init");

      assertThat(init.exitCode()).isEqualTo(2);
      assertThat(init.err()).contains("the input ended before an answer to: 3.", "--no-input");
      assertThat(sluice.config()).doesNotExist();
    }
  }

  @Test
  void whatAnOptionSaysIsNotShown() {
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, Sluice.site(10))) {
      Result init =
          sluice
              .answering("")
              .execute("init", "--url=" + jira.baseUri(), "--user=a@b.c", "--token=" + PASTED);

      assertThat(init.exitCode()).isEqualTo(2);
      assertThat(init.err())
          .contains("3. ", ": as --token says", "no  jira.auth.token: holds the secret itself")
          .doesNotContain(PASTED);
    }
  }

  private int code(String... options) {
    return sluice.execute(silently(options)).exitCode();
  }

  /** Everything but what the options say is right. */
  private String[] silently(String... options) {
    List<String> all = new ArrayList<>(List.of("init", "--no-input"));
    if (List.of(options).stream().noneMatch(option -> option.startsWith("--token"))) {
      all.add("--token=" + token);
    }
    if (List.of(options).stream().noneMatch(option -> option.startsWith("--output-path"))) {
      all.add("--output-path=" + sluice.warehouse());
    }
    all.addAll(List.of(options));
    return all.toArray(String[]::new);
  }
}
