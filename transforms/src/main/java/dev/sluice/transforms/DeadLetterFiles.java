package dev.sluice.transforms;

import dev.sluice.schemas.layout.Manifest;
import dev.sluice.schemas.table.Tables;
import dev.sluice.transforms.store.PublishedRuns;
import dev.sluice.transforms.store.WarehouseStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds what earlier runs set aside and no run has loaded since. A dead letter is closed, without
 * anybody touching it, by a later run that publishes the issue in table {@code issue}, or says in
 * {@code _tombstone} that it is gone.
 */
public final class DeadLetterFiles {

  private static final List<String> COLUMNS =
      List.of(
          "run_id", "issue_id", "issue_key", "stage", "error_class", "error_message", "replay_jql");

  private final PublishedRuns runs;

  private DeadLetterFiles(PublishedRuns runs) {
    this.runs = runs;
  }

  /** Looks through the manifests of {@code store}. */
  public static DeadLetterFiles of(WarehouseStore store) {
    return new DeadLetterFiles(new PublishedRuns(store));
  }

  /**
   * Returns each open issue once, as it was set aside last, oldest first. Letters without an issue
   * id cannot be fetched again by themselves and are not among them.
   */
  public List<OpenDeadLetter> open() {
    Map<String, OpenDeadLetter> open = new LinkedHashMap<>();
    for (Manifest manifest : runs.manifests()) {
      if (!open.isEmpty()) {
        runs.rows(manifest, "issue", List.of("id"), row -> open.remove(row.getOrDefault("id", "")));
        runs.rows(
            manifest,
            Tables.TOMBSTONE.name(),
            List.of("issue_id"),
            row -> open.remove(row.getOrDefault("issue_id", "")));
      }
      runs.rows(
          manifest,
          Tables.DEAD_LETTER.name(),
          COLUMNS,
          row -> {
            String issueId = row.getOrDefault("issue_id", "");
            if (!issueId.isEmpty() && row.containsKey("replay_jql")) {
              open.remove(issueId);
              open.put(issueId, letter(row));
            }
          });
    }
    return List.copyOf(open.values());
  }

  private static OpenDeadLetter letter(Map<String, String> row) {
    return new OpenDeadLetter(
        row.getOrDefault("run_id", ""),
        row.getOrDefault("issue_id", ""),
        row.getOrDefault("issue_key", ""),
        row.getOrDefault("stage", ""),
        row.getOrDefault("error_class", ""),
        row.getOrDefault("error_message", ""),
        row.getOrDefault("replay_jql", ""));
  }
}
