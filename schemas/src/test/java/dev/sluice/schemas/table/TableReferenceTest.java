package dev.sluice.schemas.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schemas.field.FieldColumns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class TableReferenceTest {

  private static final String NAME = TableReferenceTest.class.getSimpleName();
  private static final String TEXT = TableReference.markdown();

  @Test
  void everyTableIsDescribedWithItsKeyAndColumns() {
    assertThat(TEXT)
        .contains(
            """
            ### issue_key_alias

            Keys issues had before they were moved to another project. Key: `old_key`.

            | column | type | meaning |
            |---|---|---|
            | `old_key` | `string` | Key the issue once had. |
            | `issue_id` | `string` | Issue that had it. |
            | `key` | `string` | Key the issue has now. |
            | `valid_until` | `timestamp` | When the issue lost the old key. |

            """);
    for (Table table : Tables.all(FieldColumns.none())) {
      assertThat(TEXT).contains("\n### " + table.name() + "\n\n" + table.doc() + " Key: ");
      assertThat(table.doc()).matches("[A-Z].*\\.");
    }
  }

  /** Run it with {@code -DargLine=-Dgolden.update=true} to write the page anew. */
  @Test
  void thePageInTheDocumentationIsUpToDate() throws IOException {
    Path page = Path.of("../docs/tables.md");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(page, TEXT, StandardCharsets.UTF_8);
    }
    assertThat(page)
        .as("refresh it: ./mvnw -pl schemas -Dtest=%s -DargLine=-Dgolden.update=true test", NAME)
        .content(StandardCharsets.UTF_8)
        .isEqualTo(TEXT);
  }

  @Test
  void everyTableStandsInTheOverviewOfItsKind() {
    assertThat(TEXT.indexOf("| [issue](#issue) |"))
        .isGreaterThan(TEXT.indexOf("## From issues"))
        .isLessThan(TEXT.indexOf("### issue\n"));
    for (Table table : Tables.all(FieldColumns.none())) {
      assertThat(TEXT).containsOnlyOnce("| [%s](#%1$s) |".formatted(table.name()));
    }
    assertThat(TEXT.indexOf("| [project]")).isGreaterThan(TEXT.indexOf("## Dimensions"));
    assertThat(TEXT.indexOf("| [_run]")).isGreaterThan(TEXT.indexOf("## About the load"));
  }

  @Test
  void everyColumnIsDescribedInASentenceOfItsOwn() {
    for (Table table : Tables.all(FieldColumns.none())) {
      assertThat(table.columns())
          .allSatisfy(column -> assertThat(column.doc()).matches("(?s).*\\w.*\\."));
      assertThat(table.columns()).extracting(Column::doc).doesNotHaveDuplicates();
    }
  }

  @Test
  void whatTablesShareIsDescribedOnce() {
    assertThat(TEXT).containsOnlyOnce("| `_site` |").containsOnlyOnce("| `sprint` | `id` string,");
  }

  @Test
  void textEndsWithOneLineBreak() {
    assertThat(TEXT).endsWith("|\n").doesNotContain("\r").doesNotContain(" \n");
  }
}
