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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The page about troubles is made of what the program itself says. {@code -Dgolden.update=true}
 * writes it anew.
 */
final class TroubleshootingTest {

  private static final Path PAGE = Path.of("../docs/troubleshooting.md");

  @Test
  void thePageSaysWhatTheProgramSays() throws IOException {
    String page = page();
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, page, StandardCharsets.UTF_8);
    }
    assertThat(Files.readString(PAGE, StandardCharsets.UTF_8)).isEqualTo(page);
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

  private static String page() {
    StringBuilder page =
        new StringBuilder(
            """
            # Troubleshooting

            What can go wrong, what has been tried by then, and what to do. Every failure is told on
            standard error as `error:` and `hint:`; the summary (`--output json`, `--summary-file`)
            has its class, message and hint under `error`. Nothing that failed moves the watermark:
            the next run does what this one left. This page is made from the program's own messages.
            """);
    for (ExitCode code : ExitCode.values()) {
      List<FailureKind> kinds =
          Arrays.stream(FailureKind.values()).filter(kind -> kind.exitCode() == code).toList();
      if (!kinds.isEmpty()) {
        page.append("\n## Exit code ").append(code.code()).append(": ").append(code.meaning());
        page.append(code.retryable() ? " (start it again)\n" : "\n");
        kinds.forEach(kind -> chapter(kind, page));
      }
    }
    return page.toString();
  }

  private static void chapter(FailureKind kind, StringBuilder page) {
    page.append("\n### ").append(kind.word()).append("\n\n");
    page.append(kind.meaning()).append(' ').append(kind.tried()).append('\n');
    List<Trouble> troubles =
        Arrays.stream(Trouble.values()).filter(it -> it.kind().equals(kind.word())).toList();
    if (!troubles.isEmpty()) {
      page.append("\n| what is told | what to do |\n|---|---|\n");
      for (Trouble trouble : troubles) {
        page.append("| ").append(cell(trouble.message().replaceAll("\\{([a-z]+)}", "*$1*")));
        page.append(" | ").append(cell(trouble.hint())).append(" |\n");
      }
    }
  }

  /** Angle brackets would be taken for HTML, and vanish. */
  private static String cell(String text) {
    return text.replace("<", "&lt;").replace("|", "&#124;");
  }
}
