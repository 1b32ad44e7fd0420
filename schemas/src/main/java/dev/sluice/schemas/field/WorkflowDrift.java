package dev.sluice.schemas.field;

import dev.sluice.schemas.field.SchemaChange.Kind;
import dev.sluice.schemas.layout.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What changed in a list that workflows are made of: statuses, issue types, priorities. Histories
 * keep the names of their time; the dimension and the issues that are read from now on have the new
 * ones.
 */
public final class WorkflowDrift {

  private static final String CATEGORY = "status_category";

  private WorkflowDrift() {}

  /**
   * One entry of such a list.
   *
   * @param category key of the category, of a status
   */
  public record Entry(String name, @Nullable String category) {}

  /**
   * Compares two answers, each by id.
   *
   * @param list name of the table, which is also that of the column of table {@code issue}
   * @return the changes in the order of the ids; none when nothing is known of before
   */
  public static List<SchemaChange> between(
      String list, Map<String, Entry> before, Map<String, Entry> after) {
    if (before.isEmpty()) {
      return List.of();
    }
    List<SchemaChange> changes = new ArrayList<>();
    Map<String, Entry> all = new TreeMap<>(before);
    all.putAll(after);
    all.forEach((id, last) -> compare(list, id, before.get(id), after.get(id), changes));
    return List.copyOf(changes);
  }

  private static void compare(
      String list,
      String id,
      @Nullable Entry before,
      @Nullable Entry after,
      List<SchemaChange> changes) {
    String subject = list + ":" + id;
    if (before == null && after != null) {
      changes.add(change(Kind.ADDED, subject, after.name(), list, null, after.name()));
    } else if (before != null && after == null) {
      changes.add(change(Kind.REMOVED, subject, before.name(), list, before.name(), null));
    } else if (before != null && after != null) {
      if (!before.name().equals(after.name())) {
        changes.add(change(Kind.RENAMED, subject, after.name(), list, before.name(), after.name()));
      }
      String was = before.category();
      String is = after.category();
      if (was != null && is != null && !was.equals(is)) {
        changes.add(change(Kind.RETYPED, subject, after.name(), CATEGORY, was, is));
      }
    }
  }

  private static SchemaChange change(
      Kind kind,
      String subject,
      String name,
      String column,
      @Nullable String before,
      @Nullable String after) {
    return new SchemaChange(kind, subject, name, column, before, after);
  }

  /** Returns what is to be told: a name or category that changed may break somebody's filter. */
  public static Notice notice(SchemaChange change) {
    String thing = change.fieldId().replace(':', ' ') + " '" + change.name() + "'";
    String message =
        switch (change.kind()) {
          case RENAMED ->
              thing + " was '" + change.before() + "': filters by name need the new one";
          case RETYPED ->
              thing + " was in category " + change.before() + ", is in " + change.after();
          case REMOVED -> thing + " is gone";
          default -> "new " + thing;
        };
    return new Notice(
        change.kind() == Kind.ADDED ? Notice.Severity.NOTE : Notice.Severity.ALERT,
        DriftWords.TOPIC,
        change.kind().word(),
        change.fieldId(),
        message);
  }
}
