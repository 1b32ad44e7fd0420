package dev.sluice.schemas.issue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.schemas.avro.Row;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.history.HistoryOptions;
import dev.sluice.schemas.history.HistoryReader;
import dev.sluice.schemas.table.IssueDeclaration;
import dev.sluice.schemas.table.IssueElement;
import dev.sluice.schemas.table.Lineage;
import dev.sluice.schemas.table.Tables;
import dev.sluice.schemas.value.Timestamps;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Takes one issue apart into the rows of the selected tables, its instants still the text Jira
 * sent. Thread-safe; preparing one costs more than an issue, so keep it.
 */
public final class IssueRows {

  private static final String ISSUE = "issue";

  private final HistoryReader histories;
  private final RepresentedFields represented;
  private final List<TableReader<?>> readers = new ArrayList<>();

  /**
   * Prepares the extraction.
   *
   * @param fields the columns of the custom fields
   * @param tables names of the tables wanted; names of tables that do not come from issues have no
   *     effect
   */
  public IssueRows(FieldColumns fields, Set<String> tables) {
    this(fields, tables, HistoryOptions.defaults());
  }

  /**
   * Prepares the extraction.
   *
   * @param fields the columns of the custom fields
   * @param tables names of the tables wanted; names of tables that do not come from issues have no
   *     effect
   * @param history what the tables of the history depend on besides the issue
   */
  public IssueRows(FieldColumns fields, Set<String> tables, HistoryOptions history) {
    histories = new HistoryReader(fields, history);
    represented = new RepresentedFields(Tables.issue(fields), fields.leftOut());
    for (IssueDeclaration<?> declaration : Tables.fromIssues(fields)) {
      if (tables.contains(declaration.declaration().table().name())) {
        readers.add(TableReader.of(declaration));
      }
    }
  }

  /**
   * Returns the rows of the issue, table by table, each table's in Jira's order.
   *
   * @param issue parsed by {@link IssueJson#mapper}, its children and changelog complete
   * @throws UnusableIssueException if id, key, created or updated is missing or unusable
   */
  public Extraction extract(JsonNode issue, Lineage lineage) {
    requireUsable(issue);
    Extra extra = new Extra(issue.path("fields"));
    IssueElement element = new IssueElement(issue, histories);
    List<Row> rows = new ArrayList<>();
    for (TableReader<?> reader : readers) {
      reader.read(element, lineage, extra, rows);
    }
    rows.stream().filter(row -> row.table().equals(ISSUE)).forEach(row -> fill(row, extra));
    return new Extraction(rows, extra.misfits(), element.historyMismatches());
  }

  private void fill(Row issueRow, Extra extra) {
    extra.addUnrepresented(represented);
    issueRow.record().put("extra", extra.json());
  }

  private static void requireUsable(JsonNode issue) {
    requireIdentity(issue, "id");
    requireIdentity(issue, "key");
    requireInstant(issue, "created");
    requireInstant(issue, "updated");
  }

  private static void requireIdentity(JsonNode issue, String property) {
    JsonNode value = issue.path(property);
    boolean usable = value.isIntegralNumber() || (value.isTextual() && !value.asText().isBlank());
    if (!usable) {
      throw new UnusableIssueException("the issue has no usable '" + property + "'");
    }
  }

  private static void requireInstant(JsonNode issue, String fieldId) {
    JsonNode value = issue.path("fields").path(fieldId);
    boolean scalar = value.isTextual() || value.isIntegralNumber();
    if (!scalar || Timestamps.micros(value.asText()) == Timestamps.NONE) {
      throw new UnusableIssueException("the issue has no usable '" + fieldId + "'");
    }
  }
}
