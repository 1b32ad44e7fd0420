package dev.sluice.pipelines;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Speaks as much of the protocol of Redis as it takes to let one caller in and grant permits. */
final class FakeRedis implements AutoCloseable {

  private final ServerSocket listener;
  private final String password;

  FakeRedis(String password) {
    this.password = password;
    try {
      listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::accept);
  }

  String address() {
    return "redis://127.0.0.1:" + listener.getLocalPort() + "/0";
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        daemon(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      for (List<String> command = read(in); !command.isEmpty(); command = read(in)) {
        socket.getOutputStream().write(answer(command).getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      // The client hung up, as it may.
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
    String head = line(in);
    int parts = head.isEmpty() ? 0 : Integer.parseInt(head.substring(1));
    for (int i = 0; i < parts; i++) {
      int length = Integer.parseInt(line(in).substring(1));
      command.add(new String(in.readNBytes(length), StandardCharsets.UTF_8));
      line(in);
    }
    return command;
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

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "fake-redis");
    thread.setDaemon(true);
    thread.start();
  }
}
