package dev.sluice.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The cookbook from top to bottom against the demo of a fixed moment: each command ends well, each
 * question has the answer that is printed below it. {@code -DargLine=-Dgolden.update=true} prints
 * the answers anew.
 */
final class CookbookTest {

  private static final Path PAGE = DocumentedPage.ROOT.resolve("docs/cookbook.md");
  private static final String OWN_DATABASE = "ATTACH ";

  @TempDir Path folder;

  @Test
  void everyQuestionHasTheAnswerThatIsPrintedBelowIt() throws Exception {
    String page = Files.readString(PAGE, StandardCharsets.UTF_8);
    StringBuilder anew = new StringBuilder();
    int at = 0;
    int answers = 0;
    try (DocumentedShell shell = DocumentedShell.atFixedTime(folder)) {
      List<DocumentedPage.Fence> fences = new DocumentedPage(PAGE, page).fences();
      for (int i = 0; i < fences.size(); i++) {
        DocumentedPage.Fence fence = fences.get(i);
        for (DocumentedCommand command : DocumentedCommand.of(fence)) {
          Sluice.Result result = shell.execute(command);
          assertThat(result.exitCode()).as(command.line() + result.err()).isZero();
        }
        if (fence.language().equals("sql")) {
          DocumentedPage.Fence printed = fences.get(i + 1);
          assertThat(printed.language()).as("an answer follows " + fence.text()).isEmpty();
          anew.append(page, at, printed.start())
              .append("```\n")
              .append(answer(shell, fence.text()));
          at = page.indexOf("\n```\n", printed.start()) + 1;
          answers++;
        }
      }
    }
    anew.append(page, at, page.length());
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, anew, StandardCharsets.UTF_8);
    }
    assertThat(answers).isGreaterThan(5);
    assertThat(Files.readString(PAGE, StandardCharsets.UTF_8)).isEqualTo(anew.toString());
  }

  private String answer(DocumentedShell shell, String sql) throws SQLException, IOException {
    String question = shell.placed(sql);
    String database = "./sluice-demo";
    if (question.startsWith(OWN_DATABASE)) {
      // Statements for a database of one's own; the last one is the question.
      Path own = folder.resolve("own/warehouse.duckdb");
      Files.createDirectories(own.getParent());
      int last = question.stripTrailing().lastIndexOf("\n\n");
      try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + own);
          Statement statement = connection.createStatement()) {
        statement.execute(question.substring(0, last));
      }
      question = question.substring(last).strip();
      database = "./own";
    }
    String file = shell.write("question.sql", question);
    Sluice.Result result =
        shell.execute(List.of("query", "--file", file, "--output-path", database));
    assertThat(result.exitCode()).as(sql + result.err()).isZero();
    return result.out().stripTrailing() + "\n";
  }
}
