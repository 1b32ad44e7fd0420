package dev.sluice.schemas.issue;

import static dev.sluice.schemas.issue.IssuesUnderTest.LINEAGE;
import static dev.sluice.schemas.issue.IssuesUnderTest.columns;
import static dev.sluice.schemas.issue.IssuesUnderTest.issue;
import static dev.sluice.schemas.issue.IssuesUnderTest.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schemas.avro.AvroSchemas;
import dev.sluice.schemas.avro.Stage;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.table.Tables;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A file for each type of field: its schema, then lines of a value as Jira sends it and what its
 * column holds: {@code raw} where the value stands in {@code extra} instead, counted.
 */
final class FieldValuesTest {

  private static final String ARROW = " => ";

  @ParameterizedTest
  @MethodSource("files")
  void valueOfEveryVariantIsTypedOrKeptRaw(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    FieldColumns columns =
        columns("[{\"id\":\"customfield_1\",\"name\":\"F\",\"schema\":" + lines.get(0) + "}]");
    IssueRows rows = new IssueRows(columns, Set.of("issue"));
    for (String line : lines.subList(1, lines.size())) {
      int arrow = line.lastIndexOf(ARROW);
      String sent = line.substring(0, arrow);
      String expected = line.substring(arrow + ARROW.length()).replace("\\n", "\n");
      String fields = sent.equals("(absent)") ? "{}" : "{\"customfield_1\":" + sent + "}";
      Extraction extraction = rows.extract(issue(fields), LINEAGE);
      GenericRecord row = extraction.rows().get(0).record();
      boolean isRaw = expected.equals("raw");
      assertThat(String.valueOf(row.get("f"))).as(line).isEqualTo(isRaw ? "null" : expected);
      assertThat(extraction.misfits()).as(line).isEqualTo(isRaw ? 1 : 0);
      assertThat(json(String.valueOf(row.get("extra"))))
          .as(line)
          .isEqualTo(json(isRaw ? fields : "null"));
      assertThat(
              GenericData.get().validate(AvroSchemas.of(Tables.issue(columns), Stage.AS_SENT), row))
          .isTrue();
    }
  }

  static List<Path> files() throws IOException, URISyntaxException {
    Path folder =
        Path.of(
            Objects.requireNonNull(FieldValuesTest.class.getResource("fields"), "fields").toURI());
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
