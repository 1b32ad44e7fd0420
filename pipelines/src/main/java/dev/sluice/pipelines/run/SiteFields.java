package dev.sluice.pipelines.run;

import dev.sluice.pipelines.config.ConfigException;
import dev.sluice.pipelines.config.SluiceConfig;
import dev.sluice.schemas.field.FieldCatalogue;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.field.FieldRegistry;
import dev.sluice.schemas.table.Tables;
import dev.sluice.transforms.jira.JiraClient;
import java.time.Clock;
import java.util.List;

/**
 * What a run knows of a site before it plans anything.
 *
 * @param jira the server in words, such as {@code Data Center 10.3.1}
 * @param columns as the next run would name them
 */
public record SiteFields(String jira, FieldCatalogue catalogue, FieldColumns columns) {

  /**
   * Asks, with three requests. Writes nothing: a name is pinned only by the run that uses it.
   *
   * @throws ConfigException when {@code fields.columns} names an impossible column
   */
  public static SiteFields of(JiraClient client, SluiceConfig config, Clock clock) {
    JiraSite site = JiraSite.probe(client, clock);
    FieldRegistry known =
        new FieldRegistryFiles(WarehouseRoot.at(config.outputPath()).store()).newest();
    FieldCatalogue catalogue = FieldCatalogue.parse(client.fields());
    try {
      FieldColumns columns =
          Tables.columnNames().assign(catalogue, known, config.fields().columns());
      return new SiteFields(site.describe(), catalogue, columns);
    } catch (IllegalArgumentException e) {
      throw new ConfigException(
          List.of(String.valueOf(e.getMessage())), "choose another column name there");
    }
  }
}
