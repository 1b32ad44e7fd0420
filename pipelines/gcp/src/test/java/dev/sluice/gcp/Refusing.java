package dev.sluice.gcp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** Stands before BigQuery and refuses everything from a certain request on. */
final class Refusing implements AutoCloseable {

  /** The moments at which a run may be cut off, in their order. */
  enum Moment {
    TABLES_ARE_MADE,
    FILES_ARE_LOADED,
    KEYS_ARE_COUNTED,
    TRANSACTION,
    /** The transaction is through, but nobody is told. */
    AFTER_THE_TRANSACTION,
    STAGING_IS_DROPPED;

    boolean isReachedBy(String call) {
      return switch (this) {
        case TABLES_ARE_MADE -> call.contains("/tables ") && call.contains("_sluice_");
        case FILES_ARE_LOADED -> call.contains("\"load\"");
        case KEYS_ARE_COUNTED -> call.contains("AS doubled");
        case TRANSACTION, AFTER_THE_TRANSACTION -> call.contains("BEGIN TRANSACTION");
        case STAGING_IS_DROPPED -> call.startsWith("DELETE ");
      };
    }
  }

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final HttpServer server;
  private final URI behind;
  private final Moment moment;
  private boolean refusing;

  private Refusing(HttpServer server, URI behind, Moment moment) {
    this.server = server;
    this.behind = behind;
    this.moment = moment;
  }

  static Refusing at(Moment moment, URI behind) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      Refusing refusing = new Refusing(server, behind, moment);
      server.createContext("/", refusing::handle);
      server.start();
      return refusing;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    if ("gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))) {
      body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
    }
    String call =
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestURI().getPath()
            + " "
            + new String(body, StandardCharsets.UTF_8);
    boolean reached = moment.isReachedBy(call);
    if (!refusing && reached && moment == Moment.AFTER_THE_TRANSACTION) {
      refusing = true;
      var unused = forward(exchange, body);
    }
    refusing |= reached;
    if (refusing) {
      answer(
          exchange,
          403,
          "{\"error\": {\"code\": 403, \"message\": \"cut off\"}}"
              .getBytes(StandardCharsets.UTF_8));
    } else {
      HttpResponse<byte[]> response = forward(exchange, body);
      answer(exchange, response.statusCode(), response.body());
    }
  }

  private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(behind + exchange.getRequestURI().toString()))
            .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (type != null) {
      request.header("Content-Type", type);
    }
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
