package dev.sluice.pipelines.run;

import dev.sluice.pipelines.config.ConfigException;
import dev.sluice.pipelines.config.NearestWord;
import dev.sluice.pipelines.config.SluiceConfig;
import dev.sluice.schemas.field.FieldCatalogue;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.field.FieldLook;
import dev.sluice.schemas.field.FieldPeriod;
import dev.sluice.schemas.field.FieldSelection;
import dev.sluice.schemas.field.NamePattern;
import dev.sluice.schemas.mart.Role;
import dev.sluice.schemas.table.Column;
import dev.sluice.schemas.table.Table;
import dev.sluice.schemas.table.Tables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the fields and columns that the configuration names are there, or ever were. */
final class ConfiguredFields {

  private final FieldLook look;
  private final Map<String, String> nameById = new LinkedHashMap<>();
  private final List<String> mistakes = new ArrayList<>();

  private ConfiguredFields(FieldCatalogue catalogue, FieldLook look) {
    this.look = look;
    for (FieldPeriod period : look.registry().periods()) {
      nameById.put(period.fieldId(), period.field().name());
    }
    catalogue.custom().forEach(field -> nameById.put(field.id(), field.name()));
  }

  /**
   * Checks what the configuration names.
   *
   * @throws ConfigException with the nearest thing there is for each that is not
   */
  static void check(SluiceConfig config, FieldCatalogue catalogue, FieldLook look) {
    ConfiguredFields fields = new ConfiguredFields(catalogue, look);
    config.fields().naming().columns().keySet().stream().sorted().forEach(fields::requireId);
    FieldSelection selection = config.fields().selection();
    selection.include().forEach(entry -> fields.requireMeaning("fields.include", entry));
    selection.exclude().forEach(entry -> fields.requireMeaning("fields.exclude", entry));
    config.marts().columns().forEach(fields::requireColumn);
    if (!fields.mistakes.isEmpty()) {
      throw new ConfigException(
          fields.mistakes, "see 'sluice discover' for ids, names and columns");
    }
  }

  private void requireId(String id) {
    if (!nameById.containsKey(id)) {
      mistakes.add(
          "fields.columns: Jira has no field "
              + id
              + NearestWord.among(nameById.keySet(), id)
                  .map(near -> " (did you mean " + near + ", '" + nameById.get(near) + "'?)")
                  .orElse(""));
    }
  }

  private void requireMeaning(String key, NamePattern entry) {
    FieldColumns columns = look.registry().columns();
    boolean known =
        entry.isOpen()
            || nameById.entrySet().stream()
                .anyMatch(field -> entry.matches(field.getKey()) || entry.matches(field.getValue()))
            || columns.columns().stream().anyMatch(c -> FieldSelection.means(entry, c));
    if (!known) {
      List<String> all = new ArrayList<>(nameById.keySet());
      all.addAll(nameById.values());
      columns.columns().forEach(column -> all.add(column.column()));
      mistakes.add(
          key
              + ": no field has the id, name or column '"
              + entry.text()
              + "'"
              + near(all, entry.text()));
    }
  }

  private void requireColumn(Role role, String name) {
    Table issue = Tables.issue(look.columns());
    Optional<Column> column = issue.column(name);
    if (column.isPresent() && !role.fits(column.get().type())) {
      mistakes.add(
          "marts."
              + role.key()
              + ": column "
              + name
              + " is "
              + column.get().type().text()
              + ", and "
              + role.typesInWords()
              + " is needed");
    } else if (column.isEmpty() && look.registry().ownerOf(name).isEmpty()) {
      mistakes.add(
          "marts."
              + role.key()
              + ": table issue has no column '"
              + name
              + "'"
              + near(issue.columns().stream().map(Column::name).toList(), name));
    }
  }

  private static String near(List<String> all, String written) {
    return NearestWord.among(all, written)
        .map(nearest -> " (did you mean '" + nearest + "'?)")
        .orElse("");
  }
}
