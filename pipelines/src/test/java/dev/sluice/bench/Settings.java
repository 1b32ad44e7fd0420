package dev.sluice.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What the command line said, as system properties.
 *
 * @param home the root of the repository: the launcher script is there
 * @param libraries class path of the child processes: the shipped jar and these classes
 * @param data files of real issues, may be none
 * @param only names of the benchmarks to run; none means all
 * @param scale multiplies the number of issues, to try things out
 * @param strict whether a missed goal is an error
 */
record Settings(
    Path home, String libraries, List<Path> data, List<String> only, double scale, boolean strict) {

  static Settings ofSystemProperties() {
    return new Settings(
        Path.of(property("bench.home", "..")).toAbsolutePath().normalize(),
        property("bench.libraries", System.getProperty("java.class.path", "")),
        words("bench.data").stream().map(Path::of).map(Path::toAbsolutePath).toList(),
        words("bench.only"),
        Double.parseDouble(property("bench.scale", "1")),
        Boolean.parseBoolean(property("bench.strict", "false")));
  }

  /** Whether the figures may be published: everything was measured at its proper size. */
  boolean complete() {
    return only.isEmpty() && scale == 1;
  }

  boolean selects(Benchmark benchmark) {
    return only.isEmpty() ? !benchmark.runsOnlyWhenNamed() : only.contains(benchmark.name());
  }

  int issues(int issues) {
    return Math.max(1, (int) Math.round(issues * scale));
  }

  private static List<String> words(String name) {
    return Arrays.stream(property(name, "").split(",", -1))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /** Maven hands on what was not given as an empty text. */
  private static String property(String name, String otherwise) {
    String value = System.getProperty(name, "");
    return value.isBlank() ? otherwise : value;
  }
}
