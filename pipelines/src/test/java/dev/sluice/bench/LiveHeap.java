package dev.sluice.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What is alive in the heap of a process while it runs. Only after a full collection does the used
 * heap say so: one is asked for now and then.
 */
final class LiveHeap {

  /** For the process that is watched. */
  static final String JAVA_OPTIONS = "-Xmx512m -Xlog:gc:file=gc.log";

  private static final double FLAT = 1.25;
  private static final long NANOS_BETWEEN_COLLECTIONS = 5_000_000_000L;

  private final Child process;
  private final Path log;
  private long lastCollection = System.nanoTime();

  /** Watches a process that was started in {@code folder} with {@link #JAVA_OPTIONS}. */
  LiveHeap(Child process, Path folder) {
    this.process = process;
    this.log = folder.resolve("gc.log");
  }

  /** To be called again and again. */
  void look() {
    if (System.nanoTime() - lastCollection < NANOS_BETWEEN_COLLECTIONS) {
      return;
    }
    String jcmd = Path.of(System.getProperty("java.home", ""), "bin", "jcmd").toString();
    try {
      new ProcessBuilder(jcmd, Long.toString(process.pid()), "GC.run")
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    lastCollection = System.nanoTime();
  }

  /** Whether it stays as it is, when the process has ended. */
  Finding finding(String what) throws IOException {
    List<Double> live = FullCollections.in(Files.readAllLines(log)).medianOfQuarters();
    return Finding.judged(
        what + "live heap in the quarters of the run, median after full collections",
        "last <= 1.25 times first",
        live.stream()
            .map(megabytes -> String.format(Locale.ROOT, "%.0f", megabytes))
            .collect(Collectors.joining(", ", "", " MB")),
        live.get(3) <= FLAT * live.get(0));
  }
}
