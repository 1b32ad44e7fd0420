package dev.sluice.schemas.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL with macros: {@code $name} or {@code $name(argument, ...)}. Arguments may hold macros and
 * parentheses; a comma inside parentheses or quotes does not end one.
 */
final class Template {

  private static final Pattern NAME = Pattern.compile("\\$([a-z_]+)");
  private static final Pattern ARGUMENT = Pattern.compile("\\$(\\d)");

  private final String text;

  Template(String text) {
    this.text = text;
  }

  /** What a macro stands for. */
  interface Macros {

    /**
     * The text with {@code $1} where the first argument goes.
     *
     * @throws IllegalArgumentException when there is no such macro
     */
    String expansion(String name, List<String> arguments);
  }

  String expand(Macros macros) {
    StringBuilder expanded = new StringBuilder();
    Matcher name = NAME.matcher(text);
    int at = 0;
    while (name.find(at)) {
      expanded.append(text, at, name.start());
      at = name.end();
      List<String> arguments = List.of();
      if (at < text.length() && text.charAt(at) == '(') {
        int end = closing(at);
        arguments =
            arguments(text.substring(at + 1, end)).stream()
                .map(argument -> new Template(argument).expand(macros))
                .toList();
        at = end + 1;
      }
      expanded.append(filled(macros.expansion(name.group(1), arguments), arguments));
    }
    return expanded.append(text, at, text.length()).toString();
  }

  private static String filled(String expansion, List<String> arguments) {
    Function<MatchResult, String> argument =
        place -> Matcher.quoteReplacement(arguments.get(Integer.parseInt(place.group(1)) - 1));
    return ARGUMENT.matcher(expansion).replaceAll(argument);
  }

  /** Where the parenthesis that opens at {@code open} is closed. */
  private int closing(int open) {
    int depth = 0;
    boolean quoted = false;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted ^= c == '\'';
      if (!quoted) {
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (depth == 0) {
          return i;
        }
      }
    }
    throw new IllegalArgumentException("a macro's parenthesis is not closed: " + text);
  }

  private static List<String> arguments(String list) {
    List<String> arguments = new ArrayList<>();
    int depth = 0;
    int start = 0;
    boolean quoted = false;
    for (int i = 0; i < list.length(); i++) {
      char c = list.charAt(i);
      quoted ^= c == '\'';
      if (!quoted) {
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (c == ',' && depth == 0) {
          arguments.add(list.substring(start, i).strip());
          start = i + 1;
        }
      }
    }
    arguments.add(list.substring(start).strip());
    return arguments;
  }
}
