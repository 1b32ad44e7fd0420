package dev.sluice.pipelines.run;

import dev.sluice.pipelines.config.ConfigException;
import dev.sluice.pipelines.config.FieldsConfig;
import dev.sluice.schemas.field.FieldCatalogue;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.field.FieldRegistry;
import dev.sluice.schemas.table.Tables;
import dev.sluice.transforms.jira.JiraClient;
import java.util.List;

/**
 * The columns of a run's custom fields.
 *
 * @param known the registry as it was found
 * @param next the registry with what this run found
 */
record Schema(FieldColumns columns, FieldRegistry known, FieldRegistry next) {

  /** One request: the fields Jira has, named by the rule, the registry and the configuration. */
  static Schema of(JiraClient client, FieldRegistry known, FieldsConfig config) {
    FieldCatalogue catalogue = FieldCatalogue.parse(client.fields());
    try {
      FieldColumns columns = Tables.columnNames().assign(catalogue, known, config.columns());
      return new Schema(columns, known, known.with(columns));
    } catch (IllegalArgumentException e) {
      throw new ConfigException(
          List.of("fields.columns: " + e.getMessage()), "choose another column name there");
    }
  }
}
