package dev.sluice.schemas.field;

import java.util.Map;

/**
 * What people decide about columns.
 *
 * @param columns column by field id, instead of what the rule would give; an id that no catalogue
 *     holds has no effect
 */
public record NamingRules(Map<String, String> columns, OnRename onRename, OnRecreate onRecreate) {

  /** Nobody decided anything. */
  public static final NamingRules DEFAULT = of(Map.of());

  /** Copies the columns. */
  public NamingRules {
    columns = Map.copyOf(columns);
  }

  /** Returns the default rules with these columns. */
  public static NamingRules of(Map<String, String> columns) {
    return new NamingRules(columns, OnRename.KEEP_COLUMN, OnRecreate.TAKE_OVER);
  }
}
