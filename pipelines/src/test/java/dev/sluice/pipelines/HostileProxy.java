package dev.sluice.pipelines;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stands before a simulated Jira, speaks HTTP by hand and misbehaves as its judge decides. It
 * remembers every request, in the order in which they came.
 */
final class HostileProxy implements AutoCloseable {

  private final LoopbackServer server;
  private final URI jira;
  private final Judge judge;
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Asked> asked = new ArrayList<>();

  /** Decides what becomes of a request: a misdeed, or Jira's own answer. */
  interface Judge {
    Optional<Misdeed> judge(Asked request);
  }

  /** What is done instead of answering well; returns whether the connection stays open. */
  interface Misdeed {
    boolean commit(Asked request, Upstream jira, Socket client) throws IOException;
  }

  /** Jira itself. */
  interface Upstream {
    HttpResponse<byte[]> answer() throws IOException;
  }

  /**
   * A request as it came in.
   *
   * @param number counted from 0
   * @param arrivedNanos {@link System#nanoTime()}
   */
  record Asked(
      int number,
      long arrivedNanos,
      String method,
      String target,
      Map<String, String> headers,
      String body) {

    String header(String name) {
      return headers.getOrDefault(name, "");
    }

    /** The target, without the host that a client of a proxy writes before it. */
    String path() {
      return target.replaceFirst("^http://[^/]*", "");
    }

    /** Method and path, as Jira counts bursts. */
    String endpoint() {
      return method + " " + target.replaceFirst("\\?.*", "");
    }
  }

  HostileProxy(URI jira, Judge judge) {
    this.jira = jira;
    this.judge = judge;
    server = new LoopbackServer("hostile-proxy", this::serve);
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  synchronized List<Asked> asked() {
    return List.copyOf(asked);
  }

  @Override
  public void close() {
    server.close();
  }

  private void serve(Socket socket) throws IOException {
    InputStream in = new BufferedInputStream(socket.getInputStream());
    for (Asked request = read(in); request != null; request = read(in)) {
      if (!answer(request, socket)) {
        return;
      }
    }
  }

  private boolean answer(Asked request, Socket socket) throws IOException {
    Optional<Misdeed> misdeed = judge.judge(request);
    if (misdeed.isPresent()) {
      return misdeed.get().commit(request, () -> forward(request), socket);
    }
    HttpResponse<byte[]> response = forward(request);
    Misdeeds.send(socket, response.statusCode(), Misdeeds.headers(response), response.body());
    return true;
  }

  private HttpResponse<byte[]> forward(Asked request) throws IOException {
    HttpRequest.Builder onward =
        HttpRequest.newBuilder(URI.create(jira + request.path()))
            .method(
                request.method(),
                request.body().isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(request.body()));
    for (String name : List.of("authorization", "content-type")) {
      if (!request.header(name).isEmpty()) {
        onward.header(name, request.header(name));
      }
    }
    try {
      return client.send(onward.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      throw new IOException("the proxy is closing", e);
    }
  }

  private @Nullable Asked read(InputStream in) throws IOException {
    String first = LoopbackServer.line(in);
    if (first.isEmpty()) {
      return null;
    }
    Map<String, String> headers = new HashMap<>();
    for (String line = LoopbackServer.line(in); !line.isEmpty(); line = LoopbackServer.line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    int space = first.indexOf(' ');
    String target = first.substring(space + 1, first.lastIndexOf(' '));
    return remember(first.substring(0, space), target, headers, body);
  }

  private synchronized Asked remember(
      String method, String target, Map<String, String> headers, String body) {
    Asked request = new Asked(asked.size(), System.nanoTime(), method, target, headers, body);
    asked.add(request);
    return request;
  }
}
