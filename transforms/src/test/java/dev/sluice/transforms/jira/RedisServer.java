package dev.sluice.transforms.jira;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A real redis-server on loopback that keeps nothing when it goes. */
final class RedisServer implements AutoCloseable {
  private final Path folder;
  private final int port;
  private Process process;

  RedisServer(Path folder) {
    this.folder = folder;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    process = start();
  }

  URI uri() {
    return URI.create("redis://127.0.0.1:" + port + "/1");
  }

  /** Kills it, as a machine that fails would. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
  }

  void restart() {
    process = start();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private Process start() {
    try {
      Process started =
          new ProcessBuilder(
                  "redis-server",
                  "--port",
                  Integer.toString(port),
                  "--bind",
                  "127.0.0.1",
                  "--save",
                  "",
                  "--appendonly",
                  "no",
                  "--requirepass",
                  "redis-canary")
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("redis.log").toFile())
              .start();
      awaitListening(started);
      return started;
    } catch (IOException e) {
      throw new IllegalStateException(
          "this proof needs a redis-server on the PATH (Debian: apt-get install redis-server)", e);
    }
  }

  private void awaitListening(Process started) throws IOException {
    while (started.isAlive()) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
        return;
      } catch (IOException e) {
        Thread.onSpinWait();
      }
    }
    throw new IOException("redis-server ended at once");
  }
}
