package dev.sluice.pipelines.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes one entry of {@code fields.columns} into a configuration, and leaves every other letter of
 * it alone: comments and order are somebody's work.
 */
public final class ColumnLine {

  private static final Pattern FIELDS = Pattern.compile("fields:(\\s.*)?");
  private static final Pattern COLUMNS = Pattern.compile("(\\s+)columns:(\\s.*)?");

  private final List<String> lines;
  private final String id;
  private final String column;

  private ColumnLine(String text, String id, String column) {
    this.lines = new ArrayList<>(List.of(text.split("\n", -1)));
    this.id = id;
    this.column = column;
  }

  /**
   * Returns the text with the entry, a new one or one that replaces what was there; empty when the
   * text is laid out in a way that this cannot do without guessing.
   */
  public static Optional<String> in(
      String text, String id, String column, Map<String, String> environment) {
    String changed = new ColumnLine(text, id, column).changed();
    try {
      Map<String, String> before = columns(text, environment);
      Map<String, String> after = columns(changed, environment);
      Map<String, String> wanted = new HashMap<>(before);
      wanted.put(id, column);
      return after.equals(wanted) ? Optional.of(changed) : Optional.empty();
    } catch (ConfigException e) {
      return Optional.empty();
    }
  }

  private static Map<String, String> columns(String text, Map<String, String> environment) {
    return ConfigFile.parse(text, "sluice.yaml", environment).fields().naming().columns();
  }

  private String changed() {
    int fields = find(FIELDS, 0, lines.size());
    if (fields < 0) {
      int end = lines.get(lines.size() - 1).isBlank() ? lines.size() - 1 : lines.size();
      lines.addAll(end, List.of("fields:", "  columns:", "    " + entry()));
    } else if (lines.get(fields).contains("{")) {
      inline(fields);
    } else {
      block(fields);
    }
    return String.join("\n", lines);
  }

  private void block(int fields) {
    int end = endOfBlock(fields);
    int columns = find(COLUMNS, fields + 1, end);
    if (columns < 0) {
      String indent = indent(fields + 1 < end ? lines.get(fields + 1) : "  ");
      lines.add(fields + 1, indent + "columns: {" + entry() + "}");
    } else if (lines.get(columns).contains("{")) {
      inBraces(columns, lines.get(columns).indexOf('{'));
    } else {
      int endOfColumns = endOfBlock(columns);
      int known =
          find(Pattern.compile("\\s+" + Pattern.quote(id) + ":.*"), columns + 1, endOfColumns);
      String indent =
          columns + 1 < endOfColumns
              ? indent(lines.get(columns + 1))
              : indent(lines.get(columns)) + "  ";
      if (known >= 0) {
        lines.set(known, indent(lines.get(known)) + entry());
      } else {
        lines.add(columns + 1, indent + entry());
      }
    }
  }

  private void inline(int fields) {
    String line = lines.get(fields);
    int columns = line.indexOf("columns: {");
    if (columns >= 0) {
      inBraces(fields, columns + "columns: ".length());
    } else {
      int brace = line.indexOf('{');
      String rest = line.substring(brace + 1);
      String comma = rest.strip().startsWith("}") ? "" : ", ";
      lines.set(fields, line.substring(0, brace + 1) + "columns: {" + entry() + "}" + comma + rest);
    }
  }

  private void inBraces(int number, int brace) {
    String line = lines.get(number);
    Matcher known =
        Pattern.compile("(?<=[{,\\s])" + Pattern.quote(id) + ":\\s*[^,}]*").matcher(line);
    if (known.find(brace)) {
      lines.set(number, line.substring(0, known.start()) + entry() + line.substring(known.end()));
    } else {
      String rest = line.substring(brace + 1);
      String comma = rest.strip().startsWith("}") ? "" : ", ";
      lines.set(number, line.substring(0, brace + 1) + entry() + comma + rest);
    }
  }

  private String entry() {
    return id + ": " + column;
  }

  /** The line after the last one that is indented deeper, blank lines at the end left out. */
  private int endOfBlock(int start) {
    int indent = indent(lines.get(start)).length();
    int end = start + 1;
    for (int i = start + 1; i < lines.size(); i++) {
      String line = lines.get(i);
      boolean says = !line.isBlank() && !line.strip().startsWith("#");
      if (says && indent(line).length() <= indent) {
        break;
      }
      end = says ? i + 1 : end;
    }
    return end;
  }

  private int find(Pattern pattern, int from, int to) {
    for (int i = from; i < to; i++) {
      if (pattern.matcher(lines.get(i)).matches()) {
        return i;
      }
    }
    return -1;
  }

  private static String indent(String line) {
    return line.substring(0, line.length() - line.stripLeading().length());
  }
}
