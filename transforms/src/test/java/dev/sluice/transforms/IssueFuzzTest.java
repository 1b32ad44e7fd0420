package dev.sluice.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.schemas.avro.Row;
import dev.sluice.schemas.avro.RowEncoder;
import dev.sluice.schemas.avro.Stage;
import dev.sluice.schemas.field.FieldCatalogue;
import dev.sluice.schemas.field.FieldRegistry;
import dev.sluice.schemas.issue.IssueJson;
import dev.sluice.schemas.table.Tables;
import dev.sluice.simulator.api.Edition;
import dev.sluice.transforms.failure.DeadLetter;
import dev.sluice.transforms.jira.IssuePage;
import dev.sluice.transforms.jira.JiraClient;
import dev.sluice.transforms.jira.SearchRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real answers, changed at random: each issue comes out as rows or is set aside, never both, never
 * neither, and only what is vital to it sets it aside.
 */
final class IssueFuzzTest {

  private static final int ISSUES = 48;
  private static final int PARTS = 6;

  /** Without these an issue cannot be keyed or ordered. */
  private static final Set<String> VITAL =
      Set.of("/id", "/key", "/fields", "/fields/created", "/fields/updated");

  @TempDir Path folder;

  @Test
  void everyChangedIssueComesOutOnceAndOnlyWhatIsVitalSetsItAside() throws IOException {
    change(60_000, 20_261_124);
  }

  @Test
  @Tag("proof")
  void noneOfSixHundredThousandChangedIssuesIsLost() throws IOException {
    change(600_000, 7);
  }

  private void change(int mutations, long seed) throws IOException {
    for (Edition edition : Edition.values()) {
      try (SimulatedJira jira = SimulatedJira.start(edition, folder);
          JiraClient client = JiraClient.open(jira.connection())) {
        Steps steps = new Steps(client.fields());
        List<JsonNode> issues = issues(client);
        Random random = new Random(seed);
        Mutator mutator = new Mutator(random);
        for (int i = 0; i < mutations / 2; i++) {
          JsonNode original = issues.get(random.nextInt(issues.size()));
          int kind = random.nextInt(10);
          if (kind < 7) {
            steps.expectRows(mutator.changed(original, VITAL), i);
          } else if (kind < 8) {
            steps.expectOnce(bytes(mutator.changed(original, Set.of())), i);
          } else {
            steps.expectOnce(mutator.garbled(bytes(original)), i);
          }
        }
      }
    }
  }

  /** Small issues, so that there is time for many: each has a part of its fields. */
  private static List<JsonNode> issues(JiraClient client) throws IOException {
    IssuePage page =
        client
            .search(
                new SearchRequest(
                    "created >= 0 ORDER BY created ASC",
                    List.of("*all"),
                    List.of("changelog"),
                    ISSUES))
            .next()
            .orElseThrow();
    List<JsonNode> issues = new ArrayList<>();
    for (byte[] json : page.issues()) {
      ObjectNode issue = (ObjectNode) IssueJson.mapper().readTree(json);
      shorten(issue.path("changelog").path("histories"));
      ObjectNode fields = (ObjectNode) issue.path("fields");
      List<String> names = new ArrayList<>();
      fields.fieldNames().forEachRemaining(names::add);
      for (int i = 0; i < names.size(); i++) {
        String name = names.get(i);
        shorten(fields.get(name));
        fields.get(name).forEach(IssueFuzzTest::shorten);
        if (i % PARTS != issues.size() % PARTS && !VITAL.contains("/fields/" + name)) {
          fields.remove(name);
        }
      }
      issues.add(issue);
    }
    return issues;
  }

  private static void shorten(JsonNode list) {
    while (list instanceof ArrayNode array && array.size() > 2) {
      array.remove(2);
    }
  }

  private static byte[] bytes(JsonNode issue) {
    return issue.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The steps that an issue passes on its way into files. */
  private static final class Steps implements Sides {

    private final Step.Work<RawIssue, RowBatch> rename;
    private final Step.Work<RowBatch, RowBatch> normalize;
    private final Map<String, RowEncoder> encoders = new HashMap<>();
    private final List<DeadLetter> aside = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    Steps(JsonNode fields) {
      RunTables tables =
          RunTables.of(
              Tables.columnNames()
                  .assign(FieldCatalogue.parse(fields), FieldRegistry.empty(), Map.of()));
      rename = RenameFields.to(tables, Runs.header("r1")).step().open();
      normalize = NormalizeTimestamps.of(tables).step().open();
      tables
          .schemas(Stage.UTC)
          .forEach((name, schema) -> encoders.put(name, new RowEncoder(schema)));
    }

    void expectRows(JsonNode issue, int number) throws IOException {
      pass(bytes(issue), number);
      assertThat(aside).as(() -> "mutation " + number + ": " + start(issue)).isEmpty();
      assertThat(rows)
          .as(() -> "mutation " + number)
          .anyMatch(row -> row.table().equals("issue") && keyed(row, issue));
    }

    private static boolean keyed(Row row, JsonNode issue) {
      return row.record().get("id").toString().equals(issue.path("id").asText());
    }

    void expectOnce(byte[] json, int number) throws IOException {
      pass(json, number);
      long kept = rows.stream().filter(row -> row.table().equals("issue")).count();
      assertThat(kept + aside.size()).as(() -> "mutation " + number).isEqualTo(1);
      aside.forEach(letter -> assertThat(letter.errorClass()).isIn(UNDERSTOOD));
    }

    /** Everything else would be a mistake of ours. */
    private static final Set<String> UNDERSTOOD =
        Set.of(
            "UnusableIssueException",
            "JsonParseException",
            "JsonEOFException",
            "CharConversionException",
            "UnexpectedEndOfInputException",
            "StreamConstraintsException",
            "MismatchedInputException");

    private void pass(byte[] json, int number) throws IOException {
      aside.clear();
      rows.clear();
      rename.process(
          new RawIssue("s0001", number, Runs.READ_AT, json),
          named -> normalize.process(named, utc -> rows.addAll(utc.rows()), this),
          this);
      for (Row row : rows) {
        RowEncoder encoder = Objects.requireNonNull(encoders.get(row.table()), row.table());
        assertThat(encoder.encode(row.record()).hasRemaining()).isTrue();
      }
      rename.discard();
    }

    private static String start(JsonNode issue) {
      String text = issue.toString();
      return text.substring(0, Math.min(2_000, text.length()));
    }

    @Override
    public void setAside(DeadLetter letter) {
      aside.add(letter);
    }

    @Override
    public void report(ShardReport report) {
      throw new AssertionError("a step reported a shard");
    }

    @Override
    public void detail(ShardDetail detail) {
      // How histories end is of no interest here.
    }

    @Override
    public void people(PeopleBatch people) {
      // Nor who occurs in them.
    }

    @Override
    public void ids(ShardIds ids) {
      // Nor which issues there were.
    }
  }
}
