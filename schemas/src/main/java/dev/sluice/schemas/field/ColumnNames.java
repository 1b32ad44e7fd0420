package dev.sluice.schemas.field;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Gives every custom field its column. Total, deterministic whatever the order of the catalogue,
 * and injective: no two fields share a column, in any case of letters.
 *
 * <p>In this order a field gets: the column the configuration names; the column the registry pinned
 * to its id and type; the column of a field that is gone and had its name, type and project; for a
 * changed type {@code <old column>__<type>}; the snake_case of its name, which the lowest id keeps;
 * that name with {@code _<number of the id>}; its id. A system column always wins, a word that SQL
 * reserves is given to nobody, and a column that ever belonged to another field is never given
 * again.
 */
public final class ColumnNames {

  private final Set<String> reserved;

  /**
   * Keeps the reserved names.
   *
   * @param reserved the system and lineage columns of table {@code issue}, in lower case
   */
  public ColumnNames(Set<String> reserved) {
    this.reserved = Set.copyOf(reserved);
  }

  /**
   * Names the columns of the custom fields in the catalogue, and of those it misses for the first
   * time.
   *
   * @param overrides column by field id; an id the catalogue does not hold has no effect
   * @throws IllegalArgumentException as {@link #look}
   */
  public FieldColumns assign(
      FieldCatalogue catalogue, FieldRegistry registry, Map<String, String> overrides) {
    return look(catalogue, registry, NamingRules.of(overrides), Absences.UNKNOWN, Instant.EPOCH)
        .columns();
  }

  /**
   * Looks at the catalogue: names the columns, and tells what is otherwise than the registry says.
   *
   * @param at when the run began that looks, UTC
   * @throws IllegalArgumentException if the configuration names a column that is not legal, a
   *     system column, a word SQL reserves or a column of another field
   */
  public FieldLook look(
      FieldCatalogue catalogue,
      FieldRegistry registry,
      NamingRules rules,
      Absences absences,
      Instant at) {
    return new Looking(reserved, catalogue, registry, rules, absences, at).result();
  }

  /**
   * Returns the custom fields that would share a column if only their names decided, by that
   * column: of several fields the ids in their order, of one whose name is that of a system column
   * its id.
   */
  public SortedMap<String, List<String>> collisions(FieldCatalogue catalogue) {
    SortedMap<String, List<String>> byName = new TreeMap<>();
    catalogue
        .custom()
        .forEach(
            field ->
                byName.computeIfAbsent(bareName(field), name -> new ArrayList<>()).add(field.id()));
    byName.entrySet().removeIf(e -> e.getValue().size() == 1 && !reserved.contains(e.getKey()));
    return byName;
  }

  /**
   * Returns why no field may have this column, in words to go on with after its name; empty if one
   * may.
   */
  public Optional<String> refusal(String column) {
    if (!ColumnText.isLegal(column)) {
      return Optional.of("is no legal column name (a-z, 0-9 and _, at most 128)");
    }
    if (reserved.contains(column)) {
      return Optional.of("is a system column");
    }
    return SqlWords.contains(column)
        ? Optional.of("is a word that SQL reserves")
        : Optional.empty();
  }

  /** The column a name alone would give. */
  static String bareName(JiraField field) {
    String name = ColumnText.snakeCase(field.name());
    return name.isEmpty() ? idName(field) : name;
  }

  static String idName(JiraField field) {
    String name = ColumnText.snakeCase(field.id());
    return name.isEmpty() ? "field" : name;
  }
}
