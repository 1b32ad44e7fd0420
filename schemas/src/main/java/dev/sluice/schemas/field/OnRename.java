package dev.sluice.schemas.field;

/** What becomes of the column when somebody renames a field in Jira. */
public enum OnRename {
  /** It stays: what people wrote in SQL goes on working. */
  KEEP_COLUMN,
  /** From then on the field has a column of its new name; the old one ends and stays reserved. */
  FOLLOW
}
