package dev.sluice.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.ParseResult;

/** What the help of each verb shows works as it is shown. */
final class HelpTest {

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

  @ParameterizedTest
  @MethodSource("verbs")
  void everyVerbHasAnExampleThatItUnderstands(String verb) {
    List<String> examples =
        help(verb, false, Map.of())
            .lines()
            .map(line -> line.strip().replaceFirst("^Example: ", ""))
            .filter(line -> line.startsWith("sluice " + verb))
            .toList();

    assertThat(help(verb, false, Map.of())).containsPattern("(?m)^ *Examples?[:,]");
    assertThat(examples).as(verb).isNotEmpty();
    for (String example : examples) {
      List<String> words = words(example);
      ParseResult parsed =
          Main.commandLine(words, session(Console.unattended(nowhere(), nowhere())))
              .parseArgs(words.toArray(String[]::new));
      assertThat(parsed.subcommand().commandSpec().name()).isEqualTo(verb);
      assertThat(parsed.subcommand().unmatched()).as(example).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("verbs")
  void helpHasColoursOnTerminalsThatWantThem(String verb) {
    assertThat(help(verb, true, Map.of())).contains("\u001b[");
    assertThat(help(verb, true, Map.of("NO_COLOR", "1"))).doesNotContain("\u001b");
    assertThat(help(verb, true, Map.of("TERM", "dumb"))).doesNotContain("\u001b");
    assertThat(help(verb, false, Map.of())).doesNotContain("\u001b");
  }

  static List<String> verbs() {
    return Verbs.names();
  }

  private static String help(String verb, boolean attended, Map<String, String> environment) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    Console console =
        attended ? Consoles.attended(stream, 100) : Console.unattended(stream, nowhere());
    int code = Main.execute(new String[] {verb, "--help"}, console, environment, Clock.systemUTC());
    assertThat(code).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }

  /** As a shell reads it, up to a pipe, a redirection or a comment. */
  private static List<String> words(String example) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(example);
    while (word.find()) {
      if (List.of("|", ">", "#").contains(word.group())) {
        break;
      }
      words.add(
          word.group(1) != null
              ? word.group(1)
              : word.group(2) != null ? word.group(2) : word.group(3));
    }
    return words.subList(1, words.size());
  }

  private static Session session(Console console) {
    return new Session(console, Map.of(), Clock.systemUTC(), Waiter.REAL);
  }

  private static PrintStream nowhere() {
    return new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
  }
}
