package dev.sluice.pipelines.config;

import java.util.Map;

/**
 * How custom fields become columns.
 *
 * @param columns column names by field id, instead of the names that the rule would give
 */
public record FieldsConfig(Map<String, String> columns) {

  public FieldsConfig {
    columns = Map.copyOf(columns);
  }
}
