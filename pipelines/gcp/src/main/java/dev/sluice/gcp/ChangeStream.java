package dev.sluice.gcp;

import com.google.api.client.util.Sleeper;
import com.google.api.core.ApiFuture;
import com.google.cloud.bigquery.storage.v1.AppendRowsResponse;
import com.google.cloud.bigquery.storage.v1.BigQueryWriteClient;
import com.google.cloud.bigquery.storage.v1.ProtoRows;
import com.google.cloud.bigquery.storage.v1.StreamWriter;
import com.google.protobuf.ByteString;
import dev.sluice.pipelines.run.RunException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Sends changes to the default stream of one table. What is not confirmed is sent again, in
 * whatever order: the changes carry their own. A few requests are under way at once. For one
 * thread.
 */
final class ChangeStream implements AutoCloseable {

  /** A request may have ten times as much; smaller ones overlap better. */
  private static final int BYTES_A_REQUEST = 1_000_000;

  private static final int REQUESTS_UNDER_WAY = 20;

  /** About ten minutes: as long as a stream may take to know of a table or column that is new. */
  private static final int ATTEMPTS = 28;

  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final BigQueryWriteClient client;
  private final String table;
  private final String location;
  private final ChangeEncoding encoding;
  private final Sleeper sleeper;
  private final Deque<Sent> underWay = new ArrayDeque<>();
  private ProtoRows.Builder batch = ProtoRows.newBuilder();
  private long batchBytes;
  private @Nullable StreamWriter writer;

  private record Sent(ProtoRows rows, ApiFuture<AppendRowsResponse> answer) {}

  /**
   * @param table as {@code projects/p/datasets/d/tables/t}
   */
  ChangeStream(
      BigQueryWriteClient client,
      String table,
      String location,
      ChangeEncoding encoding,
      Sleeper sleeper) {
    this.client = client;
    this.table = table;
    this.location = location;
    this.encoding = encoding;
    this.sleeper = sleeper;
  }

  /** Takes a change; what has come together is sent now and then. */
  void send(Change change) {
    ByteString row = encoding.encode(change);
    if (batchBytes > 0 && batchBytes + row.size() > BYTES_A_REQUEST) {
      flush();
    }
    batch.addSerializedRows(row);
    batchBytes += row.size();
  }

  /** Returns when everything is confirmed. */
  void confirm() {
    flush();
    while (!underWay.isEmpty()) {
      settle(underWay.remove());
    }
  }

  private void flush() {
    if (batchBytes == 0) {
      return;
    }
    if (underWay.size() == REQUESTS_UNDER_WAY) {
      settle(underWay.remove());
    }
    ProtoRows rows = batch.build();
    batch = ProtoRows.newBuilder();
    batchBytes = 0;
    underWay.add(new Sent(rows, writer().append(rows)));
  }

  private void settle(Sent sent) {
    ApiFuture<AppendRowsResponse> answer = sent.answer();
    Duration pause = FIRST_PAUSE;
    for (int attempt = 1; ; attempt++) {
      try {
        var unused = answer.get();
        return;
      } catch (ExecutionException e) {
        if (attempt == ATTEMPTS || !BigQueryFailures.passes(e.getCause())) {
          throw BigQueryFailures.of("send changes to " + table, e.getCause());
        }
        pause(pause);
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        // A stream that has failed once stays so.
        reopen();
        answer = writer().append(sent.rows());
      } catch (InterruptedException e) {
        throw interrupted(e);
      }
    }
  }

  private void pause(Duration pause) {
    try {
      sleeper.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static RuntimeException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new RunException.OutputUnavailable(
        "interrupted while waiting for BigQuery", "start again", e);
  }

  private StreamWriter writer() {
    StreamWriter open = writer;
    if (open == null) {
      try {
        open =
            StreamWriter.newBuilder(table + "/streams/_default", client)
                .setWriterSchema(encoding.schema())
                .setLocation(location)
                .build();
      } catch (IOException e) {
        throw BigQueryFailures.of("open a stream to " + table, e);
      }
      writer = open;
    }
    return open;
  }

  private void reopen() {
    close();
    writer = null;
  }

  @Override
  public void close() {
    if (writer != null) {
      writer.close();
    }
  }
}
