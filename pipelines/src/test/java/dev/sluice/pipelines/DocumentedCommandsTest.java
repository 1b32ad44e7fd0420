package dev.sluice.pipelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.pipelines.cli.ParsedVerb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command of the README and of the pages below {@code docs}, as it stands there. */
final class DocumentedCommandsTest {

  /** Commands that are only parsed, with the reason. */
  private static final Map<String, String> NOT_RUN =
      Map.of(
          "./sluice init", "asks questions, which InitTest answers",
          "sluice init", "the same",
          "./sluice demo --live", "follows people for a minute; DemoTest does in no time",
          "./sluice simulate", "serves until it is stopped; the tests start the same simulator",
          "SLUICE_GCP=true ./sluice run", "writes to Google's cloud; see -Pemulators");

  @TempDir Path folder;

  static List<DocumentedPage> pages() {
    return DocumentedPage.all().stream()
        .filter(page -> !DocumentedCommand.of(page).isEmpty())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyCommandOfThePageDoesWhatItShould(DocumentedPage page) throws IOException {
    Set<String> before = here();
    try (DocumentedShell shell = DocumentedShell.inTime(folder)) {
      Sluice.Result loaded = shell.execute(List.of("run"));
      assertThat(loaded.exitCode()).as(loaded.err()).isZero();
      for (DocumentedCommand command : DocumentedCommand.of(page)) {
        if (NOT_RUN.containsKey(command.line())) {
          ParsedVerb.parse(command.words());
          continue;
        }
        Sluice.Result result = shell.execute(runnable(command));
        assertThat(result.exitCode())
            .as("%s: %s%n%s%s", page, command.line(), result.out(), result.err())
            .isEqualTo(command.exitCode());
      }
    }
    assertThat(here()).as("files a command left where the test was started").isEqualTo(before);
  }

  @Test
  void commandsThatAreOnlyParsedAreNamedWithAReasonAndStandSomewhere() {
    assertThat(pages().stream().flatMap(page -> DocumentedCommand.of(page).stream()))
        .extracting(DocumentedCommand::line)
        .containsAll(NOT_RUN.keySet())
        .hasSizeGreaterThan(NOT_RUN.size() * 5);
    assertThat(NOT_RUN.values()).allMatch(reason -> reason.length() > 7);
  }

  @Test
  void whatIsOnlyParsedNeedsAVerbAndOptionsThatExist() {
    assertThatCode(() -> ParsedVerb.parse(List.of("simulate", "--edition=cloud")))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> ParsedVerb.parse(List.of("simulate", "--editon=cloud")))
        .hasMessageContaining("--editon");
    assertThatThrownBy(() -> ParsedVerb.parse(List.of("simulat"))).hasMessageContaining("simulat");
  }

  /** A demo need not be large to show that its command is right. */
  private static List<String> runnable(DocumentedCommand command) {
    List<String> words = new ArrayList<>(command.words());
    if (words.get(0).equals("demo") && words.stream().noneMatch("--issues"::equals)) {
      words.addAll(List.of("--issues", "80"));
    }
    return words;
  }

  private static Set<String> here() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("."))) {
      return new TreeSet<>(files.map(Path::toString).toList());
    }
  }
}
