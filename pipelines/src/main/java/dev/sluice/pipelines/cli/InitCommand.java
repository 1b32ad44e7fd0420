package dev.sluice.pipelines.cli;

import dev.sluice.pipelines.check.Tryout;
import dev.sluice.pipelines.cli.Interview.Question;
import dev.sluice.pipelines.config.StarterFile;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sluice init}. */
@Command(
    name = "init",
    description = {
      "Write sluice.yaml for your Jira, from the answers to five questions, each tested at once.",
      "An option answers its question. With --no-input nothing is asked: what no option says comes"
          + " from the environment (JIRA_URL, JIRA_USER, JIRA_PROJECTS) or is as usual."
    },
    footer = {
      "",
      "Example: sluice init --no-input --url https://acme.atlassian.net --user you@acme.com",
    })
final class InitCommand implements Subcommand {

  private static final String NONE = "none";

  @Mixin CommonOptions common = new CommonOptions();

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description = "The file to write; default: ./sluice.yaml.")
  Path file = Path.of("sluice.yaml");

  @Option(names = "--url", paramLabel = "URL", description = "The address of Jira.")
  @Nullable String url;

  @Option(
      names = "--user",
      paramLabel = "USER",
      description = "Cloud: the e-mail address; Data Center: the user, or none for a token alone.")
  @Nullable String user;

  @Option(
      names = "--token",
      paramLabel = "REFERENCE",
      description =
          "Where the token is: env:NAME, file:/path, gcp-secret://...; default: env:JIRA_TOKEN.")
  @Nullable String token;

  @Option(
      names = "--projects",
      paramLabel = "KEYS",
      description = "Keys with commas between them; default: all that the account sees.")
  @Nullable String projects;

  @Option(
      names = "--output-path",
      paramLabel = "DIR",
      description = "Where the warehouse goes; default: ./warehouse.")
  @Nullable String outputPath;

  @Option(names = "--no-input", description = "Ask nothing.")
  boolean noInput;

  @Option(names = "--force", description = "Write over a file that is there.")
  boolean force;

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public Report perform(Session session) {
    InitFiles files = new InitFiles(file, force);
    files.requireRoom();
    Interview interview = new Interview(session, noInput);
    interview.say("Five questions, each answer tested at once. Enter takes what is in brackets.");
    StarterFile answers = StarterFile.BLANK;
    answers = interview.ask(answers, url(session), it -> tryout(it, session).reach());
    answers = login(answers, interview, session);
    if (!noInput) {
      StarterFile loggedIn = answers;
      interview.passes(() -> "projects: " + tryout(loggedIn, session).visibleProjects());
    }
    answers = interview.ask(answers, projects(session), it -> tryout(it, session).issues());
    answers = interview.ask(answers, output(), it -> tryout(it, session).output());
    files.write(answers.text());
    return new InitReport(file, files.schema());
  }

  /** Which of the two is wrong, user or secret, Jira does not say. */
  private StarterFile login(StarterFile answers, Interview interview, Session session) {
    Question who = user(session);
    Question where = token();
    while (true) {
      StarterFile named = interview.ask(answers, who, it -> checked(it, session));
      StarterFile complete = interview.ask(named, where, it -> tryout(it, session).secret());
      if (interview.passes(() -> tryout(complete, session).login())) {
        return complete;
      }
      who = who.open().usually(complete.user().isEmpty() ? NONE : complete.user());
      where = where.open().usually(complete.token());
    }
  }

  private Question url(Session session) {
    return new Question(
        "--url",
        "1. Address of your Jira, such as https://acme.atlassian.net",
        Optional.ofNullable(url),
        environment("JIRA_URL", session),
        StarterFile::withUrl);
  }

  private Question user(Session session) {
    return new Question(
        "--user",
        "2. Your e-mail address (Cloud) or user name; none for a personal access token",
        Optional.ofNullable(user),
        environment("JIRA_USER", session).or(() -> Optional.of(NONE)),
        (file, answer) -> file.withUser(answer.equals(NONE) ? "" : answer));
  }

  private Question token() {
    return new Question(
        "--token",
        "3. Where the token is: env:NAME or file:/path (never the token itself: this is written"
            + " down)",
        Optional.ofNullable(token),
        Optional.of(StarterFile.BLANK.token()),
        StarterFile::withToken);
  }

  private Question projects(Session session) {
    return new Question(
        "--projects",
        "4. Projects to read, such as MKTG, OPS",
        Optional.ofNullable(projects),
        environment("JIRA_PROJECTS", session).or(() -> Optional.of("all")),
        (file, answer) -> file.withProjects(Interview.words(answer.equals("all") ? "" : answer)));
  }

  private Question output() {
    return new Question(
        "--output-path",
        "5. Folder of the warehouse",
        Optional.ofNullable(outputPath),
        Optional.of(StarterFile.BLANK.path()),
        StarterFile::withPath);
  }

  private static Optional<String> environment(String name, Session session) {
    return Optional.ofNullable(session.environment().get(name)).filter(it -> !it.isBlank());
  }

  private static Tryout tryout(StarterFile answers, Session session) {
    return new Tryout(answers.read(session.environment()));
  }

  /** Whether the answers so far make a file at all; nothing to tell. */
  private static String checked(StarterFile answers, Session session) {
    answers.read(session.environment());
    return "";
  }
}
