package dev.sluice.transforms;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
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
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Stands before a simulated Jira, remembers every request and answers some in its place. */
final class JiraProxy implements AutoCloseable {

  /** A request as it came in; {@code target} is the path with its query. */
  record Asked(String method, String target, String contentType, String body) {

    boolean isFor(String part) {
      return target.contains(part);
    }
  }

  /** An answer in the place of Jira's. */
  record Answer(int status, String body) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI jira;
  private final Function<Asked, Optional<Answer>> instead;
  private final UnaryOperator<byte[]> changing;
  private final List<Asked> asked = new ArrayList<>();

  JiraProxy(URI jira, Function<Asked, Optional<Answer>> instead) {
    this(jira, instead, body -> body);
  }

  /** Gives this answer to every request for a part of Jira. */
  static JiraProxy answering(URI jira, String part, int status, String body) {
    return new JiraProxy(
        jira,
        request -> request.isFor(part) ? Optional.of(new Answer(status, body)) : Optional.empty());
  }

  /** Also changes what Jira answers, whatever it was asked. */
  JiraProxy(URI jira, Function<Asked, Optional<Answer>> instead, UnaryOperator<byte[]> changing) {
    this.jira = jira;
    this.instead = instead;
    this.changing = changing;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  synchronized List<Asked> asked() {
    return List.copyOf(asked);
  }

  long askedFor(String part) {
    return asked().stream().filter(request -> request.isFor(part)).count();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private synchronized void remember(Asked request) {
    asked.add(request);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String type = exchange.getRequestHeaders().getFirst("Content-Type");
      Asked request =
          new Asked(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              type == null ? "" : type,
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      remember(request);
      Optional<Answer> own = instead.apply(request);
      if (own.isPresent()) {
        send(exchange, own.get().status(), own.get().body().getBytes(StandardCharsets.UTF_8));
      } else {
        forward(exchange, request);
      }
    }
  }

  private void forward(HttpExchange exchange, Asked request) throws IOException {
    HttpRequest.Builder onward =
        HttpRequest.newBuilder(URI.create(jira + request.target()))
            .method(
                request.method(),
                request.body().isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(request.body()));
    if (!request.contentType().isEmpty()) {
      onward.header("Content-Type", request.contentType());
    }
    onward.header("Authorization", exchange.getRequestHeaders().getFirst("Authorization"));
    try {
      HttpResponse<byte[]> response =
          client.send(onward.build(), HttpResponse.BodyHandlers.ofByteArray());
      response
          .headers()
          .firstValue("Date")
          .ifPresent(date -> exchange.getResponseHeaders().set("Date", date));
      send(exchange, response.statusCode(), changing.apply(response.body()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }
}
