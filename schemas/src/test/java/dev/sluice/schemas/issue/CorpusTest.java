package dev.sluice.schemas.issue;

import static dev.sluice.schemas.issue.IssuesUnderTest.LINEAGE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.schemas.SharedData;
import dev.sluice.schemas.avro.AvroSchemas;
import dev.sluice.schemas.avro.Row;
import dev.sluice.schemas.avro.Stage;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.table.Table;
import dev.sluice.schemas.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.junit.jupiter.api.Test;

/** Thousands of recorded issues of real servers, old and new, some odd on purpose. */
final class CorpusTest {

  private static final Path CORPUS = Path.of("corpus");

  @Test
  void valuesOfASiteFitTheColumnsOfItsOwnFieldList() throws IOException {
    Tally tally = tally("asf");
    assertThat(tally.usable).isEqualTo(445);
    assertThat(tally.unusable).isZero();
    assertThat(tally.misfits).isZero();
    // Text without an offset, as servers of 2014 wrote it.
    assertThat(tally.noInstants).extracting(Misfit::column).containsOnly("date_of_first_response");
  }

  @Test
  void foreignAndOddIssuesBecomeValidRowsOrAreNamedUnusable() throws IOException {
    Tally tally = tally("");
    assertThat(tally.usable).isGreaterThan(2_100);
    assertThat(tally.unusable).isLessThan(10);
    assertThat(tally.misfits).isPositive();
  }

  private static Tally tally(String prefix) throws IOException {
    FieldColumns columns = apacheColumns();
    Tally tally = new Tally();
    Map<String, Schema> schemas =
        Tables.all(columns).stream()
            .collect(Collectors.toMap(Table::name, table -> AvroSchemas.of(table, Stage.UTC)));
    IssueRows rows = new IssueRows(columns, schemas.keySet());
    UtcRows utcRows = new UtcRows(Tables.all(columns), tally.noInstants::add);
    for (JsonNode issue : issues(prefix)) {
      try {
        Extraction extraction = rows.extract(issue, LINEAGE);
        for (Row row : extraction.rows()) {
          Row utc = utcRows.normalize(row);
          assertThat(GenericData.get().validate(schemas.get(row.table()), utc.record())).isTrue();
        }
        assertThat(keys(extraction.rows())).doesNotHaveDuplicates();
        tally.usable++;
        tally.misfits += extraction.misfits();
      } catch (UnusableIssueException e) {
        tally.unusable++;
      }
    }
    return tally;
  }

  private static List<String> keys(List<Row> rows) {
    Map<String, List<String>> keys =
        Tables.all(FieldColumns.none()).stream().collect(Collectors.toMap(Table::name, Table::key));
    return rows.stream()
        .map(
            row ->
                keys.getOrDefault(row.table(), List.of()).stream()
                    .map(column -> String.valueOf(row.record().get(column)))
                    .collect(Collectors.joining(" ", row.table() + " ", "")))
        .toList();
  }

  private static List<JsonNode> issues(String prefix) throws IOException {
    List<JsonNode> issues = new ArrayList<>();
    try (Stream<Path> files = Files.list(SharedData.folder().resolve(CORPUS))) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.startsWith(prefix) && name.endsWith(".jsonl.gz")) {
          for (String line : SharedData.lines(file)) {
            collect(IssueJson.mapper().readTree(line), issues);
          }
        }
      }
    }
    return issues;
  }

  /** Some files hold whole answers; an issue is whatever has an id and its two instants. */
  private static void collect(JsonNode node, List<JsonNode> issues) {
    JsonNode fields = node.path("fields");
    if (node.hasNonNull("id") && fields.hasNonNull("created") && fields.hasNonNull("updated")) {
      issues.add(node);
    } else if (node instanceof ObjectNode || node instanceof ArrayNode) {
      node.forEach(child -> collect(child, issues));
    }
  }

  private static FieldColumns apacheColumns() throws IOException {
    Path lists = SharedData.folder().resolve(CORPUS).resolve("field_lists_public_jira.jsonl.gz");
    for (String line : SharedData.lines(lists)) {
      JsonNode snapshot = IssueJson.mapper().readTree(line);
      if (snapshot.path("repo").asText().equals("Apache")) {
        return IssuesUnderTest.columns(snapshot.path("fields").toString());
      }
    }
    throw new IllegalStateException("no field list of Apache");
  }

  private static final class Tally {
    private final List<Misfit> noInstants = new ArrayList<>();
    private int usable;
    private int unusable;
    private int misfits;
  }
}
