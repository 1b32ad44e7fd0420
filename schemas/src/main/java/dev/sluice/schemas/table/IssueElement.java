package dev.sluice.schemas.table;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.schemas.history.HistoryReader;
import dev.sluice.schemas.history.IssueHistory;
import org.jspecify.annotations.Nullable;

/**
 * An issue that tables have rows for. Its history is read once, when the first table asks for it.
 * Not thread-safe.
 */
public final class IssueElement {

  private final JsonNode json;
  private final HistoryReader reader;
  private @Nullable IssueHistory history;

  /** An issue as Jira sent it, its children and its changelog complete. */
  public IssueElement(JsonNode json, HistoryReader reader) {
    this.json = json;
    this.reader = reader;
  }

  /** Returns the issue as Jira sent it. */
  public JsonNode json() {
    return json;
  }

  /** Returns what its changelog says; nothing if it was read without. */
  public IssueHistory history() {
    if (history == null) {
      history = reader.read(json);
    }
    return history;
  }

  /** Returns the fields whose history does not end as they are, as far as a table asked for it. */
  public int historyMismatches() {
    return history == null ? 0 : history.mismatches().size();
  }
}
