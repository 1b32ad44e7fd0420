package dev.sluice.gcp;

import com.google.api.client.util.Sleeper;
import com.google.cloud.bigquery.storage.v1.BigQueryWriteClient;
import dev.sluice.pipelines.config.BigQueryConfig;
import java.util.LinkedHashMap;
import java.util.Map;

/** Sends changes to their tables, each over a connection of its own. For one thread. */
final class ChangeWriter implements AutoCloseable {

  private final BigQueryWriteClient client;
  private final BigQueryConfig target;
  private final TargetTables targets;
  private final Sleeper sleeper;
  private final Map<String, ChangeStream> streams = new LinkedHashMap<>();

  ChangeWriter(
      BigQueryWriteClient client, BigQueryConfig target, TargetTables targets, Sleeper sleeper) {
    this.client = client;
    this.target = target;
    this.targets = targets;
    this.sleeper = sleeper;
  }

  void send(Change change) {
    streams.computeIfAbsent(change.table().name(), name -> open(change.table())).send(change);
  }

  /** Returns when BigQuery has confirmed everything that was sent. */
  void confirm() {
    streams.values().forEach(ChangeStream::confirm);
  }

  private ChangeStream open(MergedTable table) {
    return new ChangeStream(
        client,
        "projects/%s/datasets/%s/tables/%s"
            .formatted(target.project(), target.dataset(), table.name()),
        target.location(),
        new ChangeEncoding(table, targets.columns(table.name())),
        sleeper);
  }

  @Override
  public void close() {
    streams.values().forEach(ChangeStream::close);
  }
}
