package dev.sluice.transforms.jql;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The text of JQL queries. Values are always quoted, which makes reserved words and digits plain
 * text; instants never are: Jira reads a bare number as epoch milliseconds and a quoted one as
 * minutes from now.
 */
public final class Jql {

  private Jql() {}

  /** A JQL string literal of the value, in double quotes, with everything escaped that must be. */
  public static String quote(String value) {
    StringBuilder text = new StringBuilder(value.length() + 2).append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> appendPlain(text, c);
      }
    }
    return text.append('"').toString();
  }

  /**
   * The query without its {@code ORDER BY}, for counting.
   *
   * @throws IllegalArgumentException if a quote is not closed or brackets do not pair up
   */
  public static String unordered(String jql) {
    return Filter.conditions(jql);
  }

  /**
   * The condition that the field is in the range. Never blank: it has a lower bound at least, so a
   * query with it is a bounded one, the only kind Jira Cloud accepts.
   */
  public static String in(RangeField field, DateRange range) {
    String lower = field.clause() + " >= " + range.from().toEpochMilli();
    return range.to().map(to -> lower + " AND " + before(field, to)).orElse(lower);
  }

  /** The whole query for the issues of a scope whose field is in the range, without an order. */
  public static String bounded(Scope scope, RangeField field, DateRange range) {
    String time = in(field, range);
    return in(scope).map(condition -> condition + " AND " + time).orElse(time);
  }

  /**
   * What puts the oldest first, and issues of one instant in the order of their keys, which is
   * stable; begins with a blank.
   */
  public static String orderBy(RangeField field) {
    return " ORDER BY " + field.clause() + " ASC, key ASC";
  }

  static Optional<String> in(Scope scope) {
    if (scope instanceof Scope.Projects projects) {
      return Optional.of(projectIn(projects.keys()));
    }
    if (scope instanceof Scope.Matching matching) {
      return Optional.of("(" + matching.conditions() + ")");
    }
    return Optional.empty();
  }

  static String projectIn(List<String> keys) {
    return "project in (" + quoted(keys) + ")";
  }

  static String projectNotIn(List<String> keys) {
    return "project not in (" + quoted(keys) + ")";
  }

  private static String before(RangeField field, Instant to) {
    return field.clause() + " < " + to.toEpochMilli();
  }

  private static String quoted(List<String> values) {
    return values.stream().map(Jql::quote).collect(Collectors.joining(", "));
  }

  private static void appendPlain(StringBuilder text, char c) {
    if (Character.isISOControl(c)) {
      text.append("\\u");
      for (int shift = 12; shift >= 0; shift -= 4) {
        text.append(Character.forDigit((c >> shift) & 0xF, 16));
      }
    } else {
      text.append(c);
    }
  }
}
