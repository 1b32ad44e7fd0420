package dev.sluice.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.pipelines.run.RunException;
import dev.sluice.schemas.layout.ExitCode;
import dev.sluice.transforms.jira.JiraException;
import dev.sluice.transforms.jira.Trouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about errors is made of what the program itself can say. */
final class ErrorReferenceTest {

  private static final Path PAGE = Path.of("../docs/errors.md");
  private static final String NAME = ErrorReferenceTest.class.getSimpleName();

  /** Run it with {@code -DargLine=-Dgolden.update=true} to write the page anew. */
  @Test
  void thePageSaysWhatTheProgramSays() throws IOException {
    String page = page();
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, page, StandardCharsets.UTF_8);
    }
    assertThat(Files.readString(PAGE, StandardCharsets.UTF_8))
        .as("refresh it: ./mvnw -pl pipelines -am -Dtest=%s -DargLine=-Dgolden.update=true", NAME)
        .isEqualTo(page);
  }

  @Test
  void everyKindOfExceptionHasItsPlace() {
    List<String> words = Arrays.stream(FailureKind.values()).map(FailureKind::word).toList();

    assertThat(words).doesNotHaveDuplicates();
    assertThat(
            Stream.of(JiraException.class, RunException.class)
                .flatMap(type -> Arrays.stream(type.getPermittedSubclasses()))
                .map(Class::getSimpleName))
        .isSubsetOf(words);
    assertThat(Arrays.stream(Trouble.values()).map(Trouble::kind)).isSubsetOf(words);
  }

  @Test
  void everyMessageStandsUnderItsKind() throws IOException {
    List<ToldMessage> told = ToldMessages.inSources();

    assertThat(told).extracting(ToldMessage::kind).isSubsetOf(words()).contains("Usage", "Locked");
    assertThat(told)
        .contains(
            new ToldMessage(
                "StateUnusable",
                "*place* is damaged or no state of sluice",
                "restore it from a copy; or move it away and load everything again with"
                    + " 'sluice run'"));
  }

  private static List<String> words() {
    return Arrays.stream(FailureKind.values()).map(FailureKind::word).toList();
  }

  private static String page() throws IOException {
    List<ToldMessage> told =
        Stream.concat(
                Arrays.stream(Trouble.values()).map(ErrorReferenceTest::told),
                ToldMessages.inSources().stream())
            .toList();
    StringBuilder page =
        new StringBuilder(
            """
            # Errors

            Every failure that has a name, by the exit code of the program, and what it tells. It is
            told on standard error as `error:` and `hint:`; the summary (`--output json`,
            `--summary-file`) has its class, message and hint under `error`. Nothing that failed moves
            the watermark: the next run does what this one left. Words in *italics* stand for
            particulars. This page is made from the program's own messages;
            [troubleshooting.md](troubleshooting.md) starts from what you see.

            | code | meaning | start it again | kinds |
            |--:|---|---|---|
            """);
    for (ExitCode code : ExitCode.values()) {
      page.append(
          "| %d | %s | %s | %s |%n"
              .formatted(
                  code.code(),
                  code.meaning(),
                  code.retryable() ? "yes" : "",
                  String.join(
                      ", ", kinds(code).stream().map(ErrorReferenceTest::reference).toList())));
    }
    for (ExitCode code : ExitCode.values()) {
      if (!kinds(code).isEmpty()) {
        page.append("\n## Exit code ").append(code.code()).append("\n");
        kinds(code).forEach(kind -> chapter(kind, told, page));
      }
    }
    return page.toString().replace(System.lineSeparator(), "\n");
  }

  private static List<FailureKind> kinds(ExitCode code) {
    return Arrays.stream(FailureKind.values()).filter(kind -> kind.exitCode() == code).toList();
  }

  private static String reference(FailureKind kind) {
    return "[%s](#%s)".formatted(kind.word(), kind.word().toLowerCase(Locale.ROOT));
  }

  private static ToldMessage told(Trouble trouble) {
    String message = trouble.message().replaceAll("\\{([a-z]+)}", "*$1*").replace("**", "* *");
    return new ToldMessage(trouble.kind(), message, trouble.hint());
  }

  private static void chapter(FailureKind kind, List<ToldMessage> told, StringBuilder page) {
    page.append("\n### ").append(kind.word()).append("\n\n");
    page.append(kind.meaning()).append(' ').append(kind.tried()).append('\n');
    List<ToldMessage> own = told.stream().filter(it -> it.kind().equals(kind.word())).toList();
    if (!own.isEmpty()) {
      page.append("\n| what is told | what to do |\n|---|---|\n");
      for (ToldMessage message : own) {
        page.append("| ").append(cell(message.message()));
        page.append(" | ").append(cell(message.hint())).append(" |\n");
      }
    }
  }

  /** Angle brackets would be taken for HTML, and vanish. */
  private static String cell(String text) {
    return text.replace("<", "&lt;").replace("|", "&#124;");
  }
}
