package dev.sluice.schemas.history;

import dev.sluice.schemas.value.NamedValue;
import org.jspecify.annotations.Nullable;

/**
 * One change of one field, or its value at creation.
 *
 * @param historyId the server's id of the changes made together; {@value #INITIAL} at creation
 * @param item counts up from 0 within the history
 * @param time as Jira sent it
 * @param authorId null for a change without an author
 * @param fieldId null for what is no field, and for a custom field whose name alone does not say
 *     which one it is
 * @param fieldType {@value #JIRA} or {@value #CUSTOM}
 */
public record FieldChange(
    String issueId,
    String historyId,
    long item,
    @Nullable String time,
    @Nullable String authorId,
    @Nullable String fieldId,
    @Nullable String fieldName,
    @Nullable String fieldType,
    NamedValue from,
    NamedValue to) {

  /** History of the values at creation. */
  public static final String INITIAL = "initial";

  static final String JIRA = "jira";
  static final String CUSTOM = "custom";

  /** Returns whether this is a value at creation. */
  public boolean isInitial() {
    return historyId.equals(INITIAL);
  }
}
