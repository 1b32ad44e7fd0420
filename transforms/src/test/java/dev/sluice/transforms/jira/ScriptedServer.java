package dev.sluice.transforms.jira;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A server on loopback that gives prepared replies in order, the last one for ever. It speaks HTTP
 * by hand, so that it can also break off, stall and lie about lengths.
 */
final class ScriptedServer implements AutoCloseable {
  private final ServerSocket listener;
  private final List<Reply> script;
  private final List<Request> requests = new ArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private int connections;

  /** A request as it came in. */
  record Request(String method, String target, Map<String, String> headers, String body) {
    String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
  }

  ScriptedServer(Reply... script) {
    this.script = List.of(script);
    try {
      listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread acceptor = new Thread(this::accept, "scripted-server");
    acceptor.setDaemon(true);
    acceptor.start();
  }

  URI uri(String contextPath) {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort() + contextPath);
  }

  synchronized List<Request> requests() {
    return List.copyOf(requests);
  }

  synchronized Request request(int index) {
    return requests.get(index);
  }

  synchronized int connections() {
    return connections;
  }

  @Override
  public void close() {
    try {
      listener.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        open.add(socket);
        count();
        Thread worker = new Thread(() -> serve(socket), "scripted-connection");
        worker.setDaemon(true);
        worker.start();
      } catch (IOException e) {
        return;
      }
    }
  }

  private synchronized void count() {
    connections++;
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      for (Request request = read(in); request != null; request = read(in)) {
        if (!next(request).answer(request, socket)) {
          return;
        }
      }
    } catch (IOException e) {
      // The client hung up, which several tests are about.
    }
  }

  private synchronized Reply next(Request request) {
    requests.add(request);
    return script.get(Math.min(requests.size(), script.size()) - 1);
  }

  private static @Nullable Request read(InputStream in) throws IOException {
    String first = line(in);
    if (first.isEmpty()) {
      return null;
    }
    Map<String, String> headers = new HashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    int space = first.indexOf(' ');
    return new Request(
        first.substring(0, space),
        first.substring(space + 1, first.lastIndexOf(' ')),
        headers,
        body);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
