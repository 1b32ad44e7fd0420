package dev.sluice.transforms;

import dev.sluice.schemas.avro.Row;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.layout.RunHeader;
import dev.sluice.schemas.table.Lineage;
import dev.sluice.transforms.failure.JiraFailures;
import dev.sluice.transforms.jira.JiraClient;
import dev.sluice.transforms.jira.JiraException;
import dev.sluice.transforms.jira.RequestStats;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads one dimension and reports what that came to. */
final class DimensionReader {

  private final JiraClient client;
  private final FieldColumns columns;
  private final RunHeader run;

  DimensionReader(JiraClient client, FieldColumns columns, RunHeader run) {
    this.client = client;
    this.columns = columns;
    this.run = run;
  }

  ShardReport read(Dimension dimension, Consumer<RowBatch> output) {
    Instant startedAt = Instant.now();
    RequestStats before = client.stats();
    long rowCount = 0;
    ShardReport.@Nullable Failure failure = null;
    try {
      String shardId = dimension.shardId();
      List<Row> rows =
          dimension.read(
              client,
              columns,
              serverTime -> new Lineage(run.site(), run.runId(), shardId, serverTime));
      rowCount = rows.size();
      if (!rows.isEmpty()) {
        output.accept(new RowBatch(shardId, 0, client.serverTime(), null, rows));
      }
    } catch (JiraException e) {
      if (JiraFailures.endsTheRun(e)) {
        throw e;
      }
      failure = ShardReport.Failure.of(e);
    }
    RequestStats spent = client.stats().since(before);
    Progress.requested(spent);
    return new ShardReport(
        dimension.shardId(),
        ShardReport.Kind.DIMENSION,
        null,
        null,
        null,
        null,
        null,
        rowCount,
        rowCount,
        spent.requests() - spent.retries(),
        spent.requests(),
        spent.retries(),
        spent.throttled().toMillis(),
        spent.bodyBytes(),
        startedAt,
        Instant.now(),
        failure);
  }
}
