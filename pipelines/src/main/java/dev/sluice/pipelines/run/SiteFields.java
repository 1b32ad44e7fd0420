package dev.sluice.pipelines.run;

import dev.sluice.pipelines.config.SluiceConfig;
import dev.sluice.schemas.field.FieldCatalogue;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.mart.MartRole;
import dev.sluice.transforms.jira.JiraClient;
import java.time.Clock;
import java.util.List;

/**
 * What a run knows of a site before it plans anything.
 *
 * @param jira the server in words, such as {@code Data Center 10.3.1}
 * @param schema what a run would find out about the fields
 */
public record SiteFields(String jira, SchemaLook schema) {

  /**
   * Asks, with three requests, four if fields are missed. Writes nothing: a name is pinned only by
   * the run that publishes rows under it.
   *
   * @throws dev.sluice.pipelines.config.ConfigException when the configuration names fields or
   *     columns that cannot be
   */
  public static SiteFields of(JiraClient client, SluiceConfig config, Clock clock) {
    JiraSite site = JiraSite.probe(client, clock);
    FieldRegistryFiles files =
        new FieldRegistryFiles(WarehouseRoot.at(config.outputPath()).store());
    return new SiteFields(
        site.describe(),
        SchemaLook.at(client, site.server().edition(), files.newest(), config, clock.instant()));
  }

  /** The fields, as Jira lists them. */
  public FieldCatalogue catalogue() {
    return schema.catalogue();
  }

  /** The columns, as the next run would name them. */
  public FieldColumns columns() {
    return schema.columns();
  }

  /** Who plays which role in the views. */
  public List<MartRole> roles() {
    return schema.roles();
  }
}
