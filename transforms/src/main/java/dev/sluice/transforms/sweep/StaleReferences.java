package dev.sluice.transforms.sweep;

import dev.sluice.transforms.state.CurrentState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.generic.GenericRecord;

/**
 * The issues of the warehouse that name another by a key it lost, or that is gone: Jira shows them
 * otherwise now, without their {@code updated} having moved. Found in the warehouse alone, at no
 * request. Of two issues that do not agree, the one that was read first is out of date; so an issue
 * that was read again since is not found again.
 *
 * <p>What this very sweep has found gone or renamed counts already. What it is about to read first,
 * such as an issue that comes into the scope from outside, tells its old keys only then: issues
 * that name these are found by the next sweep. An issue that comes back is named by none, so that
 * those it is missing in are found by a thorough sweep only.
 *
 * <p>Holds 16 bytes for each issue, and some 200 for each that ever lost its key or is gone.
 */
final class StaleReferences {

  private static final String READ_AT = "_read_at";

  private final CurrentState state;
  private final SortedIds known;
  private final Comparison comparison;
  private final long[] keys;
  private final long[] readAt;

  /** By former key: whoever was read then or before may still name it, in microseconds. */
  private final Map<String, Long> formerKeys = new HashMap<>();

  /** The same by the id of an issue that is gone. */
  private final Map<String, Long> goneIds = new HashMap<>();

  private final Set<String> stale = new HashSet<>();

  /**
   * @param known the ids of the state
   */
  StaleReferences(CurrentState state, SortedIds known, Comparison comparison) {
    this.state = state;
    this.known = known;
    this.comparison = comparison;
    this.keys = new long[known.size()];
    this.readAt = new long[known.size()];
  }

  /** An issue is no longer what the warehouse has under this id and key. */
  void gone(String issueId, String key) {
    goneIds.put(issueId, Long.MAX_VALUE);
    formerKeys.put(key, Long.MAX_VALUE);
  }

  /** An issue has another key than the one the warehouse has. */
  void renamed(String key) {
    formerKeys.put(key, Long.MAX_VALUE);
  }

  /** Looks through the warehouse; the ids of the issues to be read again. */
  Set<String> find() {
    noteKeys();
    List<String> columns = new ArrayList<>(List.of("id", "parent_id", "parent_key", READ_AT));
    columns.addAll(comparison.epicLinks().values());
    state.rows("issue", columns, this::issue);
    state.rows(
        "issue_link",
        List.of("issue_id", "related_issue_id", "related_issue_key", READ_AT),
        row -> look(row, "issue_id", "related_issue_id", "related_issue_key"));
    return stale;
  }

  private void noteKeys() {
    state.rows("issue", List.of("id", "key", READ_AT), this::noteKey);
    state.rows(
        "issue_key_alias",
        List.of("issue_id", "old_key", READ_AT),
        row -> note(formerKeys, Cells.text(row, "old_key"), Cells.number(row, READ_AT, 0)));
    state.rows("_tombstone", List.of("issue_id", "key", "detected_at"), this::noteTombstone);
  }

  private void noteKey(GenericRecord row) {
    int place = known.position(Cells.text(row, "id"));
    if (place >= 0) {
      keys[place] = Digest.of(Cells.text(row, "key"));
      readAt[place] = Cells.number(row, READ_AT, 0);
    }
  }

  private void noteTombstone(GenericRecord row) {
    String id = Cells.text(row, "issue_id");
    if (!state.has(id)) {
      long detected = Cells.number(row, "detected_at", 0);
      note(goneIds, id, detected);
      note(formerKeys, Cells.text(row, "key"), detected);
    }
  }

  private static void note(Map<String, Long> until, String name, long micros) {
    until.merge(name, micros, Math::max);
  }

  private void issue(GenericRecord row) {
    look(row, "id", "parent_id", "parent_key");
    comparison.epicLinks().values().forEach(column -> look(row, "id", "", column));
  }

  private void look(GenericRecord row, String idColumn, String otherId, String otherKey) {
    String key = Cells.text(row, otherKey);
    if (!key.isEmpty()) {
      String id = otherId.isEmpty() ? "" : Cells.text(row, otherId);
      if (isStale(id, key, Cells.number(row, READ_AT, 0))) {
        stale.add(Cells.text(row, idColumn));
      }
    }
  }

  private boolean isStale(String id, String key, long read) {
    int place = known.position(id);
    return read <= goneIds.getOrDefault(id, Long.MIN_VALUE)
        || read <= formerKeys.getOrDefault(key, Long.MIN_VALUE)
        || (place >= 0 && read <= readAt[place] && keys[place] != Digest.of(key));
  }
}
