package dev.sluice.pipelines.config;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces <code>${NAME}</code> in values by what the environment holds. */
final class EnvironmentReferences {

  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]*)}");

  private final Map<String, String> environment;

  EnvironmentReferences(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** The text with every reference replaced; one to a variable that is not set is a problem. */
  String replaceIn(String text, int line, Problems problems) {
    if (text.indexOf('$') < 0) {
      return text;
    }
    Matcher matcher = REFERENCE.matcher(text);
    StringBuilder replaced = new StringBuilder();
    while (matcher.find()) {
      String name = matcher.group(1);
      String value = environment.get(name);
      if (value == null) {
        problems.add(line, "the environment variable " + name + " is not set");
      }
      matcher.appendReplacement(replaced, Matcher.quoteReplacement(value == null ? "" : value));
    }
    matcher.appendTail(replaced);
    return replaced.toString();
  }
}
