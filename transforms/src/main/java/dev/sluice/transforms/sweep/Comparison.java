package dev.sluice.transforms.sweep;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a sweep compares of the issues that both Jira and the warehouse have.
 *
 * @param thorough whether Jira is asked for what hangs on its issues, or only for their ids
 * @param tables names of the tables that runs write; a thorough sweep leaves out what is in others
 * @param epicLinks the custom fields that hold the key of another issue: column by field id
 */
public record Comparison(boolean thorough, Set<String> tables, Map<String, String> epicLinks) {

  /** Asks for ids only, and knows of no custom field that names issues. */
  public static final Comparison IDS = new Comparison(false, Set.of(), Map.of());

  /** Copies, fields in the order of their ids. */
  public Comparison {
    tables = Set.copyOf(tables);
    epicLinks = Collections.unmodifiableMap(new TreeMap<>(epicLinks));
  }
}
