package dev.sluice.pipelines.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The list of keys at the end of the page is made of their declarations. {@code
 * -Dgolden.update=true} writes it anew.
 */
final class ConfigurationPageTest {

  private static final Path PAGE = Path.of("../docs/configuration.md");
  private static final String HEADING = "## Every key\n";

  @Test
  void thePageListsEveryKey() throws IOException {
    String page = Files.readString(PAGE, StandardCharsets.UTF_8);
    String prose = page.substring(0, page.indexOf(HEADING));
    String made = prose + HEADING + list();
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, made, StandardCharsets.UTF_8);
    }
    assertThat(Files.readString(PAGE, StandardCharsets.UTF_8)).isEqualTo(made);
  }

  private static String list() {
    StringBuilder list =
        new StringBuilder(
            """

            Made from what reads them. `sluice spec` prints the same as a JSON Schema.

            | key | value | default | what it is for |
            |---|---|---|---|
            """);
    rows("", ConfigFile.KEYS, list);
    return list.toString();
  }

  private static void rows(String prefix, Keys keys, StringBuilder list) {
    for (Key<?> key : keys.all()) {
      list.append("| `").append(prefix).append(key.name()).append("` | ");
      list.append(cell(form(key))).append(" | ");
      list.append(key.standard().map(value -> "`" + cell(value) + "`").orElse("")).append(" | ");
      list.append(cell(key.says())).append(" |\n");
      if (key.shape() instanceof Structures.Inner inner) {
        rows(prefix + key.name() + ".", inner.keys(), list);
      } else if (key.shape() instanceof Structures.Rows rows) {
        rows(prefix + key.name() + "[].", rows.keys(), list);
      }
    }
  }

  /** Markdown would take a pattern for its own. */
  private static String form(Key<?> key) {
    return key.shape().form().replaceFirst("^text like (.*)$", "text like `$1`");
  }

  /** Angle brackets would be taken for HTML, and bars for the next cell. */
  private static String cell(String text) {
    return text.replace("<", "&lt;").replace("|", "&#124;");
  }
}
