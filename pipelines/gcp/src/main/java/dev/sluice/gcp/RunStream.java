package dev.sluice.gcp;

import com.google.api.client.util.Sleeper;
import com.google.cloud.bigquery.storage.v1.BigQueryWriteClient;
import dev.sluice.pipelines.config.BigQueryConfig;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.layout.Manifest;
import dev.sluice.transforms.store.WarehouseStore;
import java.util.List;

/**
 * Sends what a run changes as changes of single rows, which BigQuery applies in their order
 * whenever they arrive. Nothing holds them together but that {@code _run} is sent when all others
 * are confirmed. Sending again, whole or from anywhere on, ends in the same tables. A run that was
 * cut off while it sent and is not taken up is ended by the next one.
 */
final class RunStream implements Publication {

  private final GoogleApis apis;
  private final BigQueryConfig target;
  private final WarehouseStore store;
  private final List<MergedTable> tables;
  private final Sleeper sleeper;

  /**
   * @param root of the files
   * @param tables those that the run writes, with or without rows
   */
  RunStream(
      GoogleApis apis,
      BigQueryConfig target,
      String root,
      List<MergedTable> tables,
      Sleeper sleeper) {
    this.apis = apis;
    this.target = target;
    this.store = WarehouseStore.at(root);
    this.tables = List.copyOf(tables);
    this.sleeper = sleeper;
  }

  @Override
  public void publish(Manifest manifest) {
    TargetTables targets = new TargetTables(apis.bigQuery(), target);
    BigQueryJobs jobs = new BigQueryJobs(apis.bigQuery(), target, sleeper);
    RunChanges changes = new RunChanges(store, manifest, tables);
    DatasetLook look = targets.requireUsable(tables);
    changes.requireUnique();
    for (MergedTable table : tables) {
      var unused = targets.ensure(table, look, jobs);
    }
    SendJournal journal = new SendJournal(store);
    try (BigQueryWriteClient client = apis.rows();
        ChangeWriter writer = new ChangeWriter(client, target, targets, sleeper)) {
      for (Manifest cutOff : journal.cutOff(manifest.runId())) {
        send(new RunChanges(store, cutOff, written(cutOff)), cutOff, journal, writer);
        journal.publish(cutOff);
      }
      send(changes, manifest, journal, writer);
    }
  }

  private List<MergedTable> written(Manifest run) {
    return DatasetTables.of(target, FieldColumns.none(), run.tables().keySet()).written();
  }

  private static void send(
      RunChanges changes, Manifest run, SendJournal journal, ChangeWriter writer) {
    changes.data(journal.begin(run, changes.wholes()), writer::send);
    writer.confirm();
    changes.run(writer::send);
    writer.confirm();
  }
}
