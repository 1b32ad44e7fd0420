package dev.sluice.pipelines;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Speaks as much of the protocol of Redis as it takes to let one caller in and grant permits. */
final class FakeRedis implements AutoCloseable {

  private final LoopbackServer server;
  private final String password;

  FakeRedis(String password) {
    this.password = password;
    this.server = new LoopbackServer("fake-redis", this::serve);
  }

  String address() {
    return "redis://127.0.0.1:" + server.port() + "/0";
  }

  @Override
  public void close() {
    server.close();
  }

  private void serve(Socket socket) throws IOException {
    InputStream in = new BufferedInputStream(socket.getInputStream());
    for (List<String> command = read(in); !command.isEmpty(); command = read(in)) {
      socket.getOutputStream().write(answer(command).getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Repeats what was said, as a server in debug mode may. */
  private String answer(List<String> command) {
    return switch (command.get(0).toUpperCase(Locale.ROOT)) {
      case "AUTH" ->
          command.contains(password) ? "+OK\r\n" : "-WRONGPASS invalid: " + command + "\r\n";
      case "EVAL" -> "*2\r\n:0\r\n:0\r\n";
      default -> "+OK\r\n";
    };
  }

  /** A command with its arguments; empty at the end. */
  private static List<String> read(InputStream in) throws IOException {
    List<String> command = new ArrayList<>();
    String head = LoopbackServer.line(in);
    int parts = head.isEmpty() ? 0 : Integer.parseInt(head.substring(1));
    for (int i = 0; i < parts; i++) {
      int length = Integer.parseInt(LoopbackServer.line(in).substring(1));
      command.add(new String(in.readNBytes(length), StandardCharsets.UTF_8));
      LoopbackServer.line(in);
    }
    return command;
  }
}
