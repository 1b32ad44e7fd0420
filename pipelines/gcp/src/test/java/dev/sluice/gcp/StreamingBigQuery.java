package dev.sluice.gcp;

import com.google.api.client.json.JsonFactory;
import com.google.api.services.bigquery.model.Table;
import com.google.api.services.bigquery.model.TableFieldSchema;
import com.google.api.services.bigquery.model.TableList;
import com.google.api.services.bigquery.model.TableSchema;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.beam.sdk.extensions.gcp.util.Transport;
import org.jspecify.annotations.Nullable;

/**
 * As much of BigQuery as a stream of changes needs, on loopback: one dataset, its tables, columns
 * that are added by a statement, and the Storage Write API, which no emulator has with changes.
 */
final class StreamingBigQuery implements AutoCloseable {

  private static final JsonFactory JSON = Transport.getJsonFactory();
  private static final Pattern COLUMN = Pattern.compile("ADD COLUMN IF NOT EXISTS `(\\w+)` (\\w+)");
  private static final Map<String, String> TYPES = Map.of("FLOAT64", "FLOAT", "INT64", "INTEGER");

  private final Map<String, StreamedTable> tables = new TreeMap<>();
  private final Deque<Status> failures = new ArrayDeque<>();
  private final HttpServer json;
  private final Server grpc;
  private final OnePort port;
  private int served = Integer.MAX_VALUE;
  private String refused = "";

  private StreamingBigQuery() throws IOException {
    json = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    json.createContext("/", this::handle);
    json.start();
    grpc =
        Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
            .addService(new ArrivedRows(this))
            .build()
            .start();
    port = new OnePort(grpc.getPort(), json.getAddress().getPort());
  }

  static StreamingBigQuery start() {
    try {
      return new StreamingBigQuery();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI address() {
    return port.address();
  }

  List<String> options() {
    return List.of(
        "--project=p-1",
        "--bigQueryEndpoint=" + address(),
        "--credentialFactoryClass="
            + "org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory");
  }

  /** Refuses everything after so many more rows. */
  synchronized void serveRows(int count) {
    served = count;
  }

  /** Refuses the rows of one table. */
  synchronized void refuse(String table) {
    refused = table;
  }

  synchronized void serveAll() {
    served = Integer.MAX_VALUE;
    refused = "";
  }

  /** Answers the next requests with rows so. */
  synchronized void fail(Status... statuses) {
    failures.addAll(List.of(statuses));
  }

  /** Makes a table as somebody else would. */
  synchronized void put(Table definition) {
    tables.put(definition.getTableReference().getTableId(), new StreamedTable(definition));
  }

  synchronized StreamedTable table(String name) {
    StreamedTable table = tables.get(name);
    if (table == null) {
      throw Status.NOT_FOUND.withDescription(name).asRuntimeException();
    }
    return table;
  }

  synchronized Map<String, StreamedTable> tables() {
    return new TreeMap<>(tables);
  }

  /** How many changes have come. */
  synchronized int arrived() {
    return tables.values().stream().mapToInt(StreamedTable::size).sum();
  }

  synchronized void requireServed(String table, int rows) {
    Status failure = failures.poll();
    if (failure != null) {
      throw failure.asRuntimeException();
    }
    served -= rows;
    if (served < 0 || refused.equals(table)) {
      throw Status.PERMISSION_DENIED.withDescription("cut off").asRuntimeException();
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    if ("gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))) {
      body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
    }
    String answer =
        answer(
            exchange.getRequestHeaders().getFirst("X-HTTP-Method-Override") == null
                ? exchange.getRequestMethod()
                : exchange.getRequestHeaders().getFirst("X-HTTP-Method-Override"),
            exchange.getRequestURI().getPath(),
            new String(body, StandardCharsets.UTF_8));
    byte[] bytes =
        (answer == null ? "{\"error\": {\"code\": 404, \"message\": \"not found\"}}" : answer)
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(answer == null ? 404 : 200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private synchronized @Nullable String answer(String method, String path, String body)
      throws IOException {
    if (path.endsWith("/jobs")) {
      addColumns(body);
      return "{\"jobReference\": {\"projectId\": \"p-1\", \"jobId\": \"j\"}, \"status\": {\"state\":"
          + " \"DONE\"}}";
    }
    if (path.contains("/queries/")) {
      return "{\"jobComplete\": true}";
    }
    if (path.endsWith("/datasets/jira")) {
      return "{\"location\": \"EU\"}";
    }
    if (path.endsWith("/tables") && method.equals("POST")) {
      put(JSON.fromString(body, Table.class));
      return body;
    }
    if (path.endsWith("/tables")) {
      return JSON.toString(list());
    }
    StreamedTable table = tables.get(path.substring(path.lastIndexOf('/') + 1));
    if (table == null) {
      return null;
    }
    if (method.equals("PATCH")) {
      Table patch = JSON.fromString(body, Table.class);
      table.define(table.definition().clone().setSchema(patch.getSchema()));
    }
    return JSON.toString(table.definition());
  }

  private TableList list() {
    return new TableList()
        .setTables(
            tables.values().stream()
                .map(StreamedTable::definition)
                .map(it -> new TableList.Tables().setTableReference(it.getTableReference()))
                .toList());
  }

  private void addColumns(String body) {
    Matcher name = Pattern.compile("ALTER TABLE `p-1\\.jira\\.(\\w+)`").matcher(body);
    Matcher column = COLUMN.matcher(body);
    if (!name.find()) {
      throw new IllegalStateException(body);
    }
    StreamedTable table = table(name.group(1));
    List<TableFieldSchema> fields = new ArrayList<>(table.columns());
    while (column.find()) {
      String type = column.group(2);
      fields.add(
          new TableFieldSchema()
              .setName(column.group(1))
              .setType(TYPES.getOrDefault(type, type))
              .setMode("NULLABLE"));
    }
    table.define(table.definition().clone().setSchema(new TableSchema().setFields(fields)));
  }

  @Override
  public void close() {
    port.close();
    grpc.shutdownNow();
    json.stop(0);
  }
}
