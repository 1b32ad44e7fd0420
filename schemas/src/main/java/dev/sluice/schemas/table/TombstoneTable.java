package dev.sluice.schemas.table;

import static dev.sluice.schemas.type.Scalar.STRING;
import static dev.sluice.schemas.type.Scalar.TIMESTAMP;

/** {@code _tombstone}: the issues that can no longer be read. */
final class TombstoneTable {

  static final Table TABLE =
      Declaration.of("_tombstone", "Issues that can no longer be read, and why.", "issue_id")
          .column("issue_id", STRING, "Issue that is gone.")
          .column("key", STRING, "Last key it was seen under.")
          .column("reason", STRING, "Why: deleted, moved, archived or permission_lost.")
          .column("new_key", STRING, "Key it has now, if it moved.")
          .column("detected_at", TIMESTAMP, "When its absence was seen.")
          .column("run_id", STRING, "Run that saw it.")
          .build()
          .table();

  private TombstoneTable() {}
}
