package dev.sluice.pipelines.run;

import dev.sluice.pipelines.config.ConfigException;
import dev.sluice.pipelines.config.FieldsConfig;
import dev.sluice.pipelines.config.SluiceConfig;
import dev.sluice.schemas.field.FieldCatalogue;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.field.FieldLook;
import dev.sluice.schemas.field.FieldRegistry;
import dev.sluice.schemas.layout.Notice;
import dev.sluice.schemas.mart.MartRole;
import dev.sluice.schemas.mart.MartRoles;
import dev.sluice.schemas.table.Tables;
import dev.sluice.transforms.PlannedSchema;
import dev.sluice.transforms.jira.Edition;
import dev.sluice.transforms.jira.JiraClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The fields of a site, beside what is known of them.
 *
 * @param known the registry as it was found
 * @param look what is otherwise
 */
public record SchemaLook(
    SluiceConfig config, FieldCatalogue catalogue, FieldRegistry known, FieldLook look) {

  /**
   * Looks, with one request, and a second one when fields are missed. Writes nothing.
   *
   * @throws ConfigException when the configuration names fields or columns that cannot be
   */
  static SchemaLook at(
      JiraClient client, Edition edition, FieldRegistry known, SluiceConfig config, Instant now) {
    FieldCatalogue catalogue = FieldCatalogue.parse(client.fields());
    FieldsConfig fields = config.fields();
    try {
      FieldLook look =
          Tables.columnNames()
              .look(
                  catalogue,
                  known,
                  fields.naming(),
                  SecondLook.at(client, edition, catalogue, known),
                  now);
      ConfiguredFields.check(config, catalogue, look);
      return new SchemaLook(config, catalogue, known, look);
    } catch (IllegalArgumentException e) {
      throw new ConfigException(
          List.of(String.valueOf(e.getMessage())), "choose another column name there");
    }
  }

  /** The columns that a run writes. */
  FieldColumns columns() {
    return look.columns().only(config.fields().selection()::wants);
  }

  /** Why a run must not start, one line each; empty when it may. */
  public List<String> refusals() {
    return config.fields().policy().refusals(look);
  }

  /** What somebody should learn. */
  public List<Notice> notices() {
    List<Notice> notices = new ArrayList<>(config.fields().policy().notices(look));
    notices.addAll(MartRoles.lost(config.marts(), known, look.registry()));
    return notices;
  }

  /** Who plays which role in the views. */
  public List<MartRole> roles() {
    return MartRoles.of(config.marts(), look.registry());
  }

  /**
   * What a run publishes.
   *
   * @throws RunException.SchemaDrift when something changed that the configuration forbids
   */
  PlannedSchema planned() {
    List<String> refusals = refusals();
    if (!refusals.isEmpty()) {
      throw new RunException.SchemaDrift(refusals);
    }
    return new PlannedSchema(known.version(), look.registry(), look.changes(), notices());
  }
}
