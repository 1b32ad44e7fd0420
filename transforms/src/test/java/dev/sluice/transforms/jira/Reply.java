package dev.sluice.transforms.jira;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** What a {@link ScriptedServer} does with one request. */
interface Reply {

  /** Returns whether the connection stays open for another request. */
  boolean answer(ScriptedServer.Request request, Socket socket) throws IOException;

  static Reply json(String body, String... headers) {
    return status(200, "application/json;charset=UTF-8", body, headers);
  }

  static Reply error(int status, String body, String... headers) {
    return status(status, "application/json", body, headers);
  }

  static Reply html(int status, String body, String... headers) {
    return status(status, "text/html", body, headers);
  }

  static Reply status(int status, String type, String body, String... headers) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return (request, socket) -> {
      write(socket, head(status, type, bytes.length, headers), bytes);
      return true;
    };
  }

  static Reply gzip(String body) {
    byte[] bytes = zipped(body);
    return (request, socket) -> {
      write(socket, head(200, "application/json", bytes.length, "Content-Encoding: gzip"), bytes);
      return true;
    };
  }

  /** Zips a body, sends half of it as if it were the whole. */
  static Reply cutGzip(String body) {
    byte[] bytes = zipped(body);
    byte[] half = Arrays.copyOf(bytes, bytes.length / 2);
    return (request, socket) -> {
      write(socket, head(200, "application/json", half.length, "Content-Encoding: gzip"), half);
      return true;
    };
  }

  /** Promises the whole body, sends half of it and closes. */
  static Reply truncated(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return (request, socket) -> {
      write(
          socket,
          head(200, "application/json", bytes.length),
          Arrays.copyOf(bytes, bytes.length / 2));
      return false;
    };
  }

  /** Promises no length, sends half of the body and closes. */
  static Reply truncatedWithoutLength(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n";
    return (request, socket) -> {
      write(socket, head, Arrays.copyOf(bytes, bytes.length / 2));
      return false;
    };
  }

  /** Sends half of the body and calls that the whole. */
  static Reply truncatedWithLength(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    byte[] half = Arrays.copyOf(bytes, bytes.length / 2);
    return (request, socket) -> {
      write(socket, head(200, "application/json", half.length), half);
      return true;
    };
  }

  /** Announces a chunk, sends half of it and closes. */
  static Reply endlessChunk(String body) {
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
            + Integer.toHexString(body.length())
            + "\r\n";
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return (request, socket) -> {
      write(socket, head, Arrays.copyOf(bytes, bytes.length / 2));
      return false;
    };
  }

  /** Sends half of the body, then resets the connection. */
  static Reply resetInBody(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return (request, socket) -> {
      write(
          socket,
          head(200, "application/json", bytes.length),
          Arrays.copyOf(bytes, bytes.length / 2));
      socket.setSoLinger(true, 0);
      return false;
    };
  }

  /** Resets the connection without a byte. */
  static Reply reset() {
    return (request, socket) -> {
      socket.setSoLinger(true, 0);
      return false;
    };
  }

  /** Sends half of the body, then nothing until the client hangs up. */
  static Reply stall(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return (request, socket) -> {
      write(
          socket,
          head(200, "application/json", bytes.length),
          Arrays.copyOf(bytes, bytes.length / 2));
      untilHungUp(socket);
      return false;
    };
  }

  /** Sends nothing until the client hangs up. */
  static Reply silence() {
    return (request, socket) -> {
      untilHungUp(socket);
      return false;
    };
  }

  /** Announces chunks and sends none. */
  static Reply garbledChunks() {
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
    return (request, socket) -> {
      write(socket, head, "zz\r\n{}\r\n".getBytes(StandardCharsets.US_ASCII));
      return false;
    };
  }

  private static String head(int status, String type, int length, String... headers) {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Status\r\n");
    head.append("Content-Type: ").append(type).append("\r\n");
    head.append("Content-Length: ").append(length).append("\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    return head.append("\r\n").toString();
  }

  private static void write(Socket socket, String head, byte[] body) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(head.getBytes(StandardCharsets.ISO_8859_1));
    out.write(body);
    out.flush();
  }

  private static void untilHungUp(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    while (in.read() >= 0) {
      // Whatever else the client says is of no interest.
    }
  }

  private static byte[] zipped(String body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(body.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
