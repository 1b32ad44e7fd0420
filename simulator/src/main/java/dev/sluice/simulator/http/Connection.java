package dev.sluice.simulator.http;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Serves one client connection until either side closes it. */
final class Connection implements Runnable {
  /** RFC 9110 wants two digits of the day, which the formatter of that name does not give. */
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final int WORTH_COMPRESSING = 1024;

  private final Socket socket;
  private final Handler handler;
  private final Clock clock;

  Connection(Socket socket, Handler handler, Clock clock) {
    this.socket = socket;
    this.handler = handler;
    this.clock = clock;
  }

  @Override
  public void run() {
    try (socket) {
      socket.setTcpNoDelay(true);
      OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
      RequestReader reader =
          new RequestReader(new BufferedInputStream(socket.getInputStream()), out);
      boolean open = true;
      while (open) {
        Optional<Request> request = reader.next();
        open = request.isPresent() && answer(request.get(), out);
      }
    } catch (IOException | NumberFormatException closed) {
      // The client hung up or spoke no HTTP: either way the connection is over, and only it.
    }
  }

  /** Returns whether the connection stays open. */
  private boolean answer(Request request, OutputStream out) throws IOException {
    Response response = handler.handle(request);
    if (response.delivery() == Response.Delivery.RESET) {
      socket.setSoLinger(true, 0);
      return false;
    }
    boolean gzip =
        response.rawBody().length >= WORTH_COMPRESSING
            && request.header("accept-encoding").orElse("").contains("gzip");
    byte[] body = gzip ? compress(response.rawBody()) : response.rawBody();
    boolean last = request.header("connection").orElse("").equalsIgnoreCase("close");
    StringBuilder head =
        new StringBuilder("HTTP/1.1 ")
            .append(response.status())
            .append(response.status() < 400 ? " OK\r\n" : " Error\r\n");
    header(head, "Date", HTTP_DATE.format(clock.instant()));
    response.headers().forEach((name, value) -> header(head, name, value));
    header(head, "Vary", "Accept-Encoding");
    if (gzip) {
      header(head, "Content-Encoding", "gzip");
    }
    if (last) {
      header(head, "Connection", "close");
    }
    header(head, "Content-Length", Integer.toString(body.length));
    out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    boolean cut = response.delivery() == Response.Delivery.TRUNCATED;
    out.write(body, 0, cut ? body.length / 2 : body.length);
    out.flush();
    return !cut && !last;
  }

  private static void header(StringBuilder head, String name, String value) {
    head.append(name).append(": ").append(value).append("\r\n");
  }

  private static byte[] compress(byte[] body) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream(body.length / 4);
    try (OutputStream gzip =
        new GZIPOutputStream(compressed, 1 << 13) {
          {
            // The simulator shares its machine with what it tests: fast matters, small does not.
            def.setLevel(Deflater.BEST_SPEED);
          }
        }) {
      gzip.write(body);
    }
    return compressed.toByteArray();
  }
}
