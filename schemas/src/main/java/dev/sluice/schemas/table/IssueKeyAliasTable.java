package dev.sluice.schemas.table;

import static dev.sluice.schemas.type.Scalar.STRING;
import static dev.sluice.schemas.type.Scalar.TIMESTAMP;

import dev.sluice.schemas.history.KeyAlias;

/** {@code issue_key_alias}: keys that issues had before they were moved. */
final class IssueKeyAliasTable {

  static final IssueDeclaration<KeyAlias> DECLARATION =
      IssueDeclaration.of(
          Declaration.<KeyAlias>of(
                  "issue_key_alias",
                  "Keys issues had before they were moved to another project.",
                  "old_key")
              .computed("old_key", STRING, "Key the issue once had.", KeyAlias::oldKey)
              .computed("issue_id", STRING, "Issue that had it.", KeyAlias::issueId)
              .computed("key", STRING, "Key the issue has now.", KeyAlias::key)
              .computed(
                  "valid_until",
                  TIMESTAMP,
                  "When the issue lost the old key.",
                  KeyAlias::validUntil)
              .withLineage(),
          issue -> issue.history().keys());

  private IssueKeyAliasTable() {}
}
