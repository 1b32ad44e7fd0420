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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/** A server on loopback that keeps every call it gets. */
final class Loopback implements AutoCloseable {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final HttpServer server;
  private final ExecutorService threads;
  private final List<Call> calls = new ArrayList<>();

  private Loopback(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /**
   * What was asked for.
   *
   * @param target path and query
   */
  record Call(String method, String target, String type, String body) {

    String path() {
      return URI.create(target).getPath();
    }

    @Override
    public String toString() {
      return method + " " + target + " " + body;
    }
  }

  record Answer(int status, String body) {

    static Answer ok(Object json) {
      return new Answer(200, json.toString());
    }

    /** As Google tells what went wrong. */
    static Answer error(int status, String reason, String message) {
      return new Answer(
          status,
          """
          {"error": {"code": %d, "message": "%s", "errors": [{"reason": "%s", "message": "%s"}]}}"""
              .formatted(status, message, reason, message));
    }
  }

  /** Gives the answers, several at once. */
  interface Answering {
    Answer to(Call call) throws IOException;
  }

  static Loopback serving(Answering answering) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      Loopback loopback = new Loopback(server, Executors.newCachedThreadPool());
      server.setExecutor(loopback.threads);
      server.createContext("/", exchange -> loopback.handle(exchange, answering));
      server.start();
      return loopback;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  List<Call> calls() {
    synchronized (calls) {
      return List.copyOf(calls);
    }
  }

  /** The answer of another server. */
  static Answer forward(URI behind, Call call) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(behind + call.target()))
            .method(call.method(), HttpRequest.BodyPublishers.ofString(call.body()));
    if (!call.type().isEmpty()) {
      request.header("Content-Type", call.type());
    }
    try {
      HttpResponse<String> response =
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private void handle(HttpExchange exchange, Answering answering) throws IOException {
    Call call =
        new Call(
            method(exchange),
            exchange.getRequestURI().toString(),
            header(exchange, "Content-Type"),
            body(exchange));
    synchronized (calls) {
      calls.add(call);
    }
    Answer answer = answering.to(call);
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** Google's client asks for what its connection does not know by a header. */
  private static String method(HttpExchange exchange) {
    String wanted = header(exchange, "X-HTTP-Method-Override");
    return wanted.isEmpty() ? exchange.getRequestMethod() : wanted;
  }

  private static String header(HttpExchange exchange, String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  private static String body(HttpExchange exchange) throws IOException {
    byte[] bytes = exchange.getRequestBody().readAllBytes();
    if (header(exchange, "Content-Encoding").equals("gzip")) {
      bytes = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
