package dev.sluice.simulator.search;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.simulator.jql.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text search: every word must occur; a trailing star matches a prefix, quotes a phrase. */
final class TextComparison implements Comparison {
  private static final Pattern PART = Pattern.compile("\"([^\"]*)\"|(\\S+)");
  private static final Set<String> WRITTEN =
      Set.of("summary", "description", "environment", "comment");

  @Override
  public Filter anyOf(SearchField field, List<Operand> operands) {
    return operands.stream()
        .map(operand -> contains(field, Values.text(operand)))
        .reduce(Filter::or)
        .orElse(Filter.testing(issue -> false));
  }

  private static Filter contains(SearchField field, String words) {
    List<Predicate<String>> tests = new ArrayList<>();
    for (Matcher part = PART.matcher(words); part.find(); ) {
      String phrase = part.group(1) != null ? part.group(1) : part.group(2);
      tests.add(word(phrase).asPredicate());
    }
    return Filter.testing(
        issue -> {
          String text = text(field, field.value().apply(issue));
          return !tests.isEmpty() && tests.stream().allMatch(test -> test.test(text));
        });
  }

  private static Pattern word(String phrase) {
    boolean prefix = phrase.endsWith("*");
    String bare = prefix ? phrase.substring(0, phrase.length() - 1) : phrase;
    return Pattern.compile(
        "(?<![\\p{L}\\p{N}])" + Pattern.quote(bare) + (prefix ? "" : "(?![\\p{L}\\p{N}])"),
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static String text(SearchField field, JsonNode value) {
    StringBuilder text = new StringBuilder();
    if (field.kind() == FieldKind.ALL_TEXT) {
      WRITTEN.forEach(id -> collect(value.path(id), text));
    } else {
      collect(value, text);
    }
    return text.toString();
  }

  /** Wiki text as it stands; of rich text and comments only what people wrote. */
  private static void collect(JsonNode node, StringBuilder text) {
    if (node.isTextual()) {
      text.append(node.textValue()).append('\n');
    } else if (node.isArray()) {
      node.forEach(element -> collect(element, text));
    } else if (node.isObject()) {
      for (String property : List.of("text", "content", "body", "comments")) {
        collect(node.path(property), text);
      }
    }
  }
}
