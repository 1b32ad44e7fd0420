package dev.sluice.simulator.search;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A key taken apart: keys are ordered by project, then by number. */
record IssueKey(String project, long number) implements Comparable<IssueKey> {
  private static final Pattern FORM = Pattern.compile("([A-Za-z][A-Za-z0-9_]*)-(\\d{1,18})");

  static Optional<IssueKey> of(String key) {
    Matcher matcher = FORM.matcher(key);
    return matcher.matches()
        ? Optional.of(new IssueKey(matcher.group(1), Long.parseLong(matcher.group(2))))
        : Optional.empty();
  }

  /** The part of a key before its number. */
  static String project(String key) {
    int dash = key.lastIndexOf('-');
    return dash < 0 ? key : key.substring(0, dash);
  }

  @Override
  public int compareTo(IssueKey other) {
    int byProject = project.compareTo(other.project);
    return byProject != 0 ? byProject : Long.compare(number, other.number);
  }
}
