package dev.sluice.pipelines.discover;

import dev.sluice.schemas.field.JiraField;
import dev.sluice.schemas.table.Column;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A field and what becomes of it.
 *
 * @param field as the catalogue has it; of a field that only occurs in issues just the id
 * @param catalogued whether the catalogue lists it
 * @param columns of table {@code issue} that carry it, in their order; none for most lists
 * @param table the table whose rows its values become
 * @param elsewhere where else its values are found, in words
 * @param used how many sampled issues of which project have a value, by key, most first
 */
public record FoundField(
    JiraField field,
    boolean catalogued,
    List<Column> columns,
    Optional<String> table,
    Optional<String> elsewhere,
    Map<String, Integer> used) {

  /** Copies the list. The order of the map is kept. */
  public FoundField {
    columns = List.copyOf(columns);
  }

  /** Returns whether somebody made it, rather than Jira. */
  public boolean isCustom() {
    return field.custom();
  }

  /** Returns in how many issues of the sample it has a value. */
  public int issues() {
    return used.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Returns whether its values stand, raw, in the column for what has no column. */
  public boolean inExtra() {
    return columns.isEmpty() && table.isEmpty() && elsewhere.isEmpty();
  }
}
