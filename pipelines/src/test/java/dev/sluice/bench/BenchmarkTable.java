package dev.sluice.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The findings as Markdown. */
final class BenchmarkTable {

  private static final String BEGIN = "<!-- benchmarks: begin, written by -Pbench -->";
  private static final String END = "<!-- benchmarks: end -->";

  private BenchmarkTable() {}

  static String of(List<Finding> findings) {
    return """
        %s

        | measured | goal | result | met |
        |---|---|---|---|
        %s"""
        .formatted(
            machine(), findings.stream().map(Finding::row).collect(Collectors.joining("\n")));
  }

  /**
   * Replaces what stands between the two markers of the document.
   *
   * @throws IOException when the document or a marker is missing
   */
  static void putInto(Path document, String table) throws IOException {
    String text = Files.readString(document);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IOException(document + " lacks the markers " + BEGIN + " and " + END);
    }
    Files.writeString(
        document,
        text.substring(0, begin + BEGIN.length()) + "\n" + table + "\n" + text.substring(end));
  }

  private static String machine() {
    return "Machine: %d cores, %s, %s %s; simulator, loaders and benchmark share it."
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name") + " " + System.getProperty("os.arch"),
            System.getProperty("java.vm.name"),
            System.getProperty("java.version"));
  }
}
