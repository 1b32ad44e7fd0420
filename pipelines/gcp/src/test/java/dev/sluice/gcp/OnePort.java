package dev.sluice.gcp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves gRPC and JSON at one address, as Google does: HTTP/2 begins with words of its own. */
final class OnePort implements AutoCloseable {

  private final ServerSocket front;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final int grpc;
  private final int json;

  OnePort(int grpc, int json) {
    this.grpc = grpc;
    this.json = json;
    try {
      this.front = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + front.getLocalPort());
  }

  private void accept() {
    while (!front.isClosed()) {
      try {
        Socket caller = front.accept();
        threads.execute(() -> connect(caller));
      } catch (IOException e) {
        // Closed.
        return;
      }
    }
  }

  private void connect(Socket caller) {
    try (caller;
        PushbackInputStream in = new PushbackInputStream(caller.getInputStream(), 3)) {
      byte[] first = in.readNBytes(3);
      in.unread(first);
      int port = new String(first, StandardCharsets.US_ASCII).equals("PRI") ? grpc : json;
      try (Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
        threads.execute(() -> pump(server, caller));
        copy(in, server.getOutputStream());
      }
    } catch (IOException e) {
      // The caller is gone.
    }
  }

  private static void pump(Socket from, Socket to) {
    try {
      copy(from.getInputStream(), to.getOutputStream());
      to.close();
    } catch (IOException e) {
      // The caller is gone.
    }
  }

  private static void copy(InputStream in, OutputStream out) throws IOException {
    byte[] buffer = new byte[1 << 16];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      out.write(buffer, 0, read);
      out.flush();
    }
  }

  @Override
  public void close() {
    try {
      front.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }
}
