package dev.sluice.pipelines.deploy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with marks. A comment {@code # change: site, config} says what to replace in the line
 * below it; {@code # each: secret} that this line is there once for each secret. A mark goes when
 * all it names is filled in, and stays for the reader otherwise.
 *
 * @param text as it lies in the folder, valid by itself
 */
record MarkedText(String text) {

  private static final Pattern MARK = Pattern.compile("\\s*# (change|each): ([a-z, -]+)");

  /** A secret's variable as it stands in the files, in the three ways names are written. */
  private static final String VARIABLE = "JIRA_TOKEN";

  private static final String SECRET = "secret";

  /**
   * The text with everything filled in that has a value.
   *
   * @param variables the variables that hold secrets, by their names
   */
  String filled(Map<Blank, String> values, List<String> variables) {
    List<String> lines = new ArrayList<>();
    Optional<Mark> above = Optional.empty();
    for (String line : text.lines().toList()) {
      Optional<Mark> mark = Mark.of(line);
      if (mark.isPresent()) {
        if (!values.keySet().containsAll(mark.get().blanks())) {
          lines.add(line);
        }
      } else if (above.isPresent()) {
        lines.addAll(above.get().apply(line, values, variables));
      } else {
        lines.add(line);
      }
      above = mark;
    }
    return String.join("\n", lines);
  }

  private record Mark(List<Blank> blanks, boolean each) {

    static Optional<Mark> of(String line) {
      Matcher mark = MARK.matcher(line);
      if (!mark.matches()) {
        return Optional.empty();
      }
      List<String> names = Arrays.asList(mark.group(2).split(",\\s*", -1));
      List<Blank> blanks =
          names.stream()
              .filter(name -> !name.equals(SECRET))
              .map(
                  name ->
                      Blank.named(name)
                          .orElseThrow(() -> new IllegalStateException("no such mark: " + line)))
              .toList();
      return Optional.of(new Mark(blanks, names.contains(SECRET)));
    }

    List<String> apply(String line, Map<Blank, String> values, List<String> variables) {
      String filled = line;
      for (Blank blank : blanks) {
        if (!line.contains(blank.example())) {
          throw new IllegalStateException("'" + blank.example() + "' is not in: " + line);
        }
        filled = filled.replace(blank.example(), values.getOrDefault(blank, blank.example()));
      }
      String once = filled;
      return each ? variables.stream().map(name -> of(name, once)).toList() : List.of(once);
    }

    private static String of(String variable, String line) {
      String small = VARIABLE.toLowerCase(Locale.ROOT);
      String name = variable.toLowerCase(Locale.ROOT);
      return line.replace(VARIABLE, variable)
          .replace(small, name)
          .replace(small.replace('_', '-'), name.replace('_', '-'));
    }
  }
}
