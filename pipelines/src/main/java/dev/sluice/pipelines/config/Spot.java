package dev.sluice.pipelines.config;

/**
 * The place of a value in the file.
 *
 * @param path of its key, with dots
 * @param line of its key, counted from 1
 */
record Spot(String path, int line, Problems problems) {

  /** Reports what was found instead of what was expected. */
  void expected(String expectation, YamlNode found) {
    problems.add(
        found.line(), path + ": expected " + expectation + ", not " + YamlNode.describe(found));
  }

  /** Reports a mistake at the key. */
  void problem(String message) {
    problems.add(line, path + ": " + message);
  }
}
