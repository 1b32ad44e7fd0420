package dev.sluice.transforms.jql;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The times and keys of a site's issues, and a counter that understands only the JQL which the
 * planner may emit: anything else is an error, as it would be in Jira.
 */
final class SiteInMemory implements IssueCounter {

  record Issue(String project, int number, Instant created, Instant updated) {
    String key() {
      return project + "-" + number;
    }
  }

  private static final Pattern TIME = Pattern.compile("(created|updated) (>=|<) (-?\\d+)");
  private static final Pattern KEY = Pattern.compile("key (>=|<) \"([A-Z]+)-(\\d+)\"");
  private static final Pattern PROJECTS =
      Pattern.compile("project (in|not in) \\((\"[A-Z]+\"(?:, \"[A-Z]+\")*)\\)");

  private final List<Issue> issues;
  private final long[] created;
  private final long[] updated;
  private int counts;
  private int lookups;

  SiteInMemory(List<Issue> issues) {
    this.issues = List.copyOf(issues);
    this.created = issues.stream().mapToLong(issue -> issue.created().toEpochMilli()).toArray();
    this.updated = issues.stream().mapToLong(issue -> issue.updated().toEpochMilli()).toArray();
  }

  @Override
  public long count(String jql) {
    counts++;
    if (jql.contains("ORDER BY")) {
      throw new IllegalArgumentException("a count needs no order: " + jql);
    }
    return matching(jql).length;
  }

  @Override
  public Optional<String> keyAt(String jql, int position) {
    lookups++;
    String order = " ORDER BY key ASC";
    if (!jql.endsWith(order) || position >= 5_000) {
      throw new IllegalArgumentException("position " + position + " of " + jql);
    }
    List<Issue> found =
        Arrays.stream(matching(jql.substring(0, jql.length() - order.length())))
            .mapToObj(issues::get)
            .sorted(Comparator.comparing(Issue::project).thenComparing(Issue::number))
            .toList();
    if (found.stream().map(Issue::project).distinct().count() > 1) {
      throw new IllegalArgumentException("keys of several projects have no range: " + jql);
    }
    return position < found.size() ? Optional.of(found.get(position).key()) : Optional.empty();
  }

  @Override
  public List<String> projectKeys() {
    return issues.stream().map(Issue::project).distinct().sorted().toList();
  }

  int requests() {
    return counts + lookups;
  }

  int size() {
    return issues.size();
  }

  Optional<Instant> earliest() {
    return issues.stream().map(Issue::created).min(Comparator.naturalOrder());
  }

  /** Positions in the list of the issues that the query finds. */
  int[] matching(String jql) {
    boolean[] out = new boolean[issues.size()];
    for (String condition : jql.split(" AND ", -1)) {
      exclude(condition, out);
    }
    int[] found = new int[out.length];
    int size = 0;
    for (int i = 0; i < out.length; i++) {
      if (!out[i]) {
        found[size++] = i;
      }
    }
    return Arrays.copyOf(found, size);
  }

  private void exclude(String condition, boolean[] out) {
    Matcher time = TIME.matcher(condition);
    if (time.matches()) {
      excludeTimes(time.group(1), time.group(2).equals(">="), Long.parseLong(time.group(3)), out);
      return;
    }
    Matcher projects = PROJECTS.matcher(condition);
    if (projects.matches()) {
      List<String> keys = new ArrayList<>();
      for (String quoted : projects.group(2).split(", ", -1)) {
        keys.add(quoted.substring(1, quoted.length() - 1));
      }
      boolean wanted = projects.group(1).equals("in");
      for (int i = 0; i < out.length; i++) {
        out[i] |= keys.contains(issues.get(i).project()) != wanted;
      }
      return;
    }
    Matcher key = KEY.matcher(condition);
    if (!key.matches()) {
      throw new IllegalArgumentException("not a condition the planner may emit: " + condition);
    }
    excludeKeys(key.group(2), Integer.parseInt(key.group(3)), key.group(1).equals(">="), out);
  }

  private void excludeTimes(String field, boolean lower, long bound, boolean[] out) {
    long[] times = field.equals("created") ? created : updated;
    for (int i = 0; i < out.length; i++) {
      out[i] |= (times[i] >= bound) != lower;
    }
  }

  private void excludeKeys(String project, int number, boolean lower, boolean[] out) {
    boolean exists = false;
    for (int i = 0; i < out.length; i++) {
      Issue issue = issues.get(i);
      boolean same = issue.project().equals(project);
      exists |= same && issue.number() == number;
      out[i] |= !same || (issue.number() >= number) != lower;
    }
    if (!exists) {
      throw new IllegalArgumentException("An issue with key '" + project + "-" + number + "'");
    }
  }
}
