package dev.sluice.pipelines.config;

import java.util.List;

/** The configuration cannot be used. One message for each mistake, in the order of the file. */
public final class ConfigException extends RuntimeException {

  private final List<String> messages;
  private final String hint;

  /**
   * @param messages what is wrong, one line each, without secrets
   * @param hint what to do about it
   */
  public ConfigException(List<String> messages, String hint) {
    super(String.join("; ", messages));
    this.messages = List.copyOf(messages);
    this.hint = hint;
  }

  static ConfigException of(String file, List<Problem> problems) {
    return new ConfigException(
        problems.stream().map(problem -> located(file, problem)).toList(),
        problems.size() == 1
            ? "correct this line of " + file
            : "correct these " + problems.size() + " lines of " + file);
  }

  static String located(String file, Problem problem) {
    return file + ":" + problem.line() + ": " + problem.message();
  }

  /** What is wrong, one line each. */
  public List<String> messages() {
    return messages;
  }

  /** What to do about it. */
  public String hint() {
    return hint;
  }
}
