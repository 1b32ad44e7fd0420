package dev.sluice.gcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Takes jobs as Dataflow does, and never runs them. */
final class FakeDataflow implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final List<JsonNode> jobs = new ArrayList<>();
  private boolean active = true;

  private FakeDataflow(HttpServer server) {
    this.server = server;
  }

  static FakeDataflow start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      FakeDataflow fake = new FakeDataflow(server);
      server.createContext("/", fake::answer);
      server.start();
      return fake;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /** The jobs that were submitted, in order. */
  synchronized List<JsonNode> jobs() {
    return List.copyOf(jobs);
  }

  /** From now on no job is under way. */
  synchronized void end() {
    active = false;
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] answer = answerTo(exchange).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private synchronized String answerTo(HttpExchange exchange) throws IOException {
    if (exchange.getRequestMethod().equals("POST")) {
      JsonNode job = JSON.readTree(body(exchange));
      jobs.add(job);
      return """
          {"id": "job-%d", "name": %s, "clientRequestId": %s, "currentState": "JOB_STATE_PENDING"}"""
          .formatted(jobs.size(), job.path("name"), job.path("clientRequestId"));
    }
    if (exchange.getRequestURI().getPath().endsWith("/jobs")) {
      return active && !jobs.isEmpty()
          ? "{\"jobs\": [{\"name\": " + jobs.get(0).path("name") + "}]}"
          : "{}";
    }
    return "{}";
  }

  private static InputStream body(HttpExchange exchange) throws IOException {
    InputStream raw = exchange.getRequestBody();
    return "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))
        ? new GZIPInputStream(raw)
        : raw;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
