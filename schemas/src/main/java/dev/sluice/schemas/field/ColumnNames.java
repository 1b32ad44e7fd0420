package dev.sluice.schemas.field;

import dev.sluice.schemas.type.Type;
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
 * to its id and type; for a changed type {@code <old column>__<type>}; the snake_case of its name,
 * which the lowest id keeps; that name with {@code _<number of the id>}; its id. A system column
 * always wins, and a column that ever belonged to another field is never given again.
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
   * Names the columns of the custom fields in the catalogue.
   *
   * @param overrides column by field id; an id the catalogue does not hold has no effect
   * @throws IllegalArgumentException if an override is no legal column name, names a system column
   *     or a column of another field
   */
  public FieldColumns assign(
      FieldCatalogue catalogue, FieldRegistry registry, Map<String, String> overrides) {
    ColumnClaims claims = new ColumnClaims(reserved, registry);
    List<JiraField> open = new ArrayList<>(catalogue.custom().toList());
    open.removeIf(field -> overridden(field, registry, overrides, claims));
    open.removeIf(field -> claims.pinned(field, registry.columnOf(field.id(), typeOf(field))));
    open.removeIf(field -> retyped(field, registry, overrides, claims));
    open.removeIf(field -> claims.claim(field, bareName(field)));
    open.forEach(field -> disambiguate(field, bareName(field), claims));
    return claims.columns();
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

  private static boolean overridden(
      JiraField field, FieldRegistry registry, Map<String, String> overrides, ColumnClaims claims) {
    String column = overrides.get(field.id());
    if (column == null || registry.heldAnotherType(column, field.id(), typeOf(field))) {
      return false;
    }
    claims.override(field, column);
    return true;
  }

  private static boolean retyped(
      JiraField field, FieldRegistry registry, Map<String, String> overrides, ColumnClaims claims) {
    Optional<String> old = registry.firstColumnOf(field.id());
    if (old.isEmpty() || registry.columnOf(field.id(), typeOf(field)).isPresent()) {
      return false;
    }
    String column = overrides.getOrDefault(field.id(), old.get());
    String suffix = "__" + ColumnText.snakeCase(typeOf(field).text());
    disambiguate(field, ColumnText.suffixed(column, suffix), claims);
    return true;
  }

  private static void disambiguate(JiraField field, String name, ColumnClaims claims) {
    if (claims.claim(field, name)) {
      return;
    }
    String id = idName(field);
    String number = field.number().isPresent() ? Long.toString(field.number().getAsLong()) : id;
    if (claims.claim(field, ColumnText.suffixed(name, "_" + number)) || claims.claim(field, id)) {
      return;
    }
    int attempt = 2;
    while (!claims.claim(field, ColumnText.suffixed(id, "_" + attempt))) {
      attempt++;
    }
  }

  private static String bareName(JiraField field) {
    String name = ColumnText.snakeCase(field.name());
    return name.isEmpty() ? idName(field) : name;
  }

  private static String idName(JiraField field) {
    String name = ColumnText.snakeCase(field.id());
    return name.isEmpty() ? "field" : name;
  }

  private static Type typeOf(JiraField field) {
    return FieldTypes.of(field);
  }
}
