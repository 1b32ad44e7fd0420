package dev.sluice.schemas.field;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is otherwise than at the last look.
 *
 * @param fieldId Jira's id of the field; {@code status:3}, {@code issue_type:10001} or {@code
 *     priority:2} for what is no field
 * @param name the name it has now, or had last
 * @param column the column of table {@code issue} that carries it; null if none does
 * @param before what it was, see {@link Kind}
 * @param after what it is
 */
public record SchemaChange(
    Kind kind,
    String fieldId,
    String name,
    @Nullable String column,
    @Nullable String before,
    @Nullable String after) {

  /** The word, lower case, is what tables and configuration call it. */
  public enum Kind {
    /** Seen for the first time; after: its name. */
    ADDED,
    /** Before and after: the names; the columns where only these changed, by configuration. */
    RENAMED,
    /** Before and after: the types in Jira's words; of a status the categories. */
    RETYPED,
    /** No longer there; before: its name. */
    REMOVED,
    /** There again after it was removed; after: its name. */
    RESTORED,
    /** Took over the column of a field that is gone; before and after: the ids. */
    RECREATED,
    /** Could not get the column of its name; before: that column, after: the one it got. */
    COLLIDED;

    /** Returns the word for it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
