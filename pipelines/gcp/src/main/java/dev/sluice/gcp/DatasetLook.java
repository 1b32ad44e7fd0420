package dev.sluice.gcp;

import com.google.api.services.bigquery.Bigquery;
import com.google.api.services.bigquery.model.Dataset;
import com.google.api.services.bigquery.model.Table;
import com.google.api.services.bigquery.model.TableList;
import dev.sluice.pipelines.config.BigQueryConfig;
import dev.sluice.pipelines.run.RunException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands in a dataset: a list of everything, and a closer look at some of it. A list costs one
 * request, and names neither columns nor texts; the closer looks are made at the same time. A query
 * of INFORMATION_SCHEMA would be one request too, but it is billed, waits for a slot and does not
 * show all that a change of the columns must repeat.
 *
 * @param listed all tables and views, by name
 * @param tables those looked at that are there, by name
 */
record DatasetLook(Map<String, TableList.Tables> listed, Map<String, Table> tables) {

  /**
   * Looks at the dataset that tables are kept in, and changes nothing.
   *
   * @throws RunException.OutputRefused when it is elsewhere
   */
  static DatasetLook at(Bigquery client, BigQueryConfig target, List<MergedTable> wanted) {
    requirePlace(client, target);
    Map<String, TableList.Tables> listed = list(client, target.project(), target.dataset());
    List<String> there =
        wanted.stream().map(MergedTable::name).filter(listed::containsKey).toList();
    Map<String, Table> tables = new HashMap<>();
    InParallel.map(there, name -> table(client, target, name))
        .forEach(
            found -> found.ifPresent(it -> tables.put(it.getTableReference().getTableId(), it)));
    return new DatasetLook(listed, tables);
  }

  /** All tables and views of a dataset, by name. */
  static Map<String, TableList.Tables> list(Bigquery client, String project, String dataset) {
    Map<String, TableList.Tables> listed = new HashMap<>();
    try {
      String page = null;
      do {
        TableList list =
            client
                .tables()
                .list(project, dataset)
                .setMaxResults(1000L)
                .setPageToken(page)
                .execute();
        if (list.getTables() != null) {
          list.getTables().forEach(one -> listed.put(one.getTableReference().getTableId(), one));
        }
        page = list.getNextPageToken();
      } while (page != null);
      return listed;
    } catch (IOException e) {
      throw BigQueryFailures.of("list the tables of " + project + "." + dataset, e);
    }
  }

  Optional<Table> table(String name) {
    return Optional.ofNullable(tables.get(name));
  }

  static Optional<Table> table(Bigquery client, BigQueryConfig target, String name) {
    try {
      return Optional.of(client.tables().get(target.project(), target.dataset(), name).execute());
    } catch (IOException e) {
      if (BigQueryFailures.status(e).filter(status -> status == 404).isPresent()) {
        return Optional.empty();
      }
      throw BigQueryFailures.of(
          "look at " + target.project() + "." + target.dataset() + "." + name, e);
    }
  }

  private static void requirePlace(Bigquery client, BigQueryConfig target) {
    String name = target.project() + "." + target.dataset();
    try {
      Dataset dataset = client.datasets().get(target.project(), target.dataset()).execute();
      if (!target.location().equalsIgnoreCase(dataset.getLocation())) {
        throw new RunException.OutputRefused(
            "dataset %s is in %s, not in %s"
                .formatted(name, dataset.getLocation(), target.location()),
            "set output.location to where it is");
      }
    } catch (IOException e) {
      throw BigQueryFailures.of("find the dataset " + name, e);
    }
  }
}
