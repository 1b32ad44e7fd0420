package dev.sluice.simulator.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** Accepts connections on 127.0.0.1 and serves each on a thread of its own. */
public final class HttpListener implements AutoCloseable {
  private static final int BACKLOG = 256;

  private final ServerSocket server;
  private final Handler handler;
  private final Clock clock;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads;

  private HttpListener(ServerSocket server, Handler handler, Clock clock) {
    this.server = server;
    this.handler = handler;
    this.clock = clock;
    AtomicInteger number = new AtomicInteger();
    this.threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "simulator-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Starts to listen.
   *
   * @param port 0 takes a free one
   * @param clock what the {@code Date} header of every answer says
   * @throws UncheckedIOException when the port is taken
   */
  public static HttpListener start(int port, Handler handler, Clock clock) {
    try {
      ServerSocket server = new ServerSocket();
      server.setReuseAddress(true);
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
      HttpListener listener = new HttpListener(server, handler, clock);
      listener.threads.execute(listener::accept);
      return listener;
    } catch (IOException unavailable) {
      throw new UncheckedIOException(
          "cannot listen on 127.0.0.1:" + port + ": " + unavailable.getMessage(), unavailable);
    }
  }

  public int port() {
    return server.getLocalPort();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        serve(server.accept());
      } catch (IOException closed) {
        // Closing is how this loop is told to end; a failed accept is the client's loss alone.
      }
    }
  }

  /** The kernel may hand over one more connection while the server is being closed. */
  private void serve(Socket socket) throws IOException {
    open.add(socket);
    try {
      threads.execute(
          () -> {
            try {
              new Connection(socket, handler, clock).run();
            } finally {
              open.remove(socket);
            }
          });
    } catch (RejectedExecutionException closed) {
      open.remove(socket);
      socket.close();
    }
  }

  /** Stops listening and drops every open connection. */
  @Override
  public void close() {
    try {
      server.close();
      threads.shutdownNow();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
