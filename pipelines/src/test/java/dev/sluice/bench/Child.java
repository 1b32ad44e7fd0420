package dev.sluice.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** A process that is watched while it runs. */
final class Child implements AutoCloseable {

  private static final int MILLIS_BETWEEN_LOOKS = 25;

  private final Process process;
  private final Path out;
  private final Path err;
  private final long startedNanos;
  private Duration cpu = Duration.ZERO;
  private long peakResidentKilobytes;

  private Child(Process process, Path out, Path err, long startedNanos) {
    this.process = process;
    this.out = out;
    this.err = err;
    this.startedNanos = startedNanos;
  }

  /**
   * What a process has cost.
   *
   * @param cpu of all its threads, exact to a twentieth of a second
   * @param peakResidentKilobytes 0 where the system does not tell
   */
  record Cost(Duration wall, Duration cpu, long peakResidentKilobytes) {

    double seconds() {
      return wall.toNanos() / 1e9;
    }

    double cpuSeconds() {
      return cpu.toNanos() / 1e9;
    }
  }

  /** Starts a program in {@code folder}, where its output goes as well. */
  static Child start(Path folder, String name, List<String> command, String javaOptions)
      throws IOException {
    Path out = folder.resolve(name + ".out");
    Path err = folder.resolve(name + ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("SLUICE_JAVA_OPTS", javaOptions);
    long started = System.nanoTime();
    return new Child(builder.start(), out, err, started);
  }

  long pid() {
    return process.pid();
  }

  /** The first line of standard output, as soon as there is one. */
  String firstLine() throws IOException, InterruptedException {
    while (look()) {
      String text = Files.readString(out);
      int end = text.indexOf('\n');
      if (end >= 0) {
        return text.substring(0, end).strip();
      }
    }
    throw failure();
  }

  /** Waits for the end, and does something with each look at the running process. */
  Cost await(Runnable eachLook) throws IOException, InterruptedException {
    while (look()) {
      eachLook.run();
    }
    if (process.exitValue() != 0) {
      throw failure();
    }
    return cost();
  }

  Cost cost() {
    Duration wall = Duration.ofNanos(System.nanoTime() - startedNanos);
    process.info().totalCpuDuration().ifPresent(used -> cpu = used);
    return new Cost(wall, cpu, peakResidentKilobytes);
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }

  /** Whether it still runs after a moment. */
  private boolean look() throws InterruptedException {
    process.info().totalCpuDuration().ifPresent(used -> cpu = used);
    peakResidentKilobytes = Math.max(peakResidentKilobytes, residentPeak());
    return !process.waitFor(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
  }

  private long residentPeak() {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }

  private IOException failure() throws IOException {
    List<String> said = Files.readAllLines(err);
    List<String> last = said.subList(Math.max(0, said.size() - 3), said.size());
    return new IOException(
        String.format(
            Locale.ROOT,
            "%s ended with %d: %s",
            err.getFileName().toString().replace(".err", ""),
            process.exitValue(),
            String.join(" / ", last)));
  }
}
