package dev.sluice.duckdb;

import dev.sluice.transforms.local.OpenWarehouse;
import java.io.IOException;
import java.nio.file.Path;

/** A process of its own that reads a database until its input ends. */
final class Holding {

  private Holding() {}

  static Process start(Path file) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holding.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (process.getInputStream().read() < 0) {
      throw new IOException("nobody reads " + file);
    }
    return process;
  }

  public static void main(String[] arguments) throws IOException {
    OpenWarehouse open = new DuckDbWarehouse().open(Path.of(arguments[0]));
    System.out.write('r');
    System.out.flush();
    while (System.in.read() >= 0) {
      // Until the other side closes.
    }
    open.close();
  }
}
