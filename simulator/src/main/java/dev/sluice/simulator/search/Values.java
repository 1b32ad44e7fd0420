package dev.sluice.simulator.search;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.simulator.jql.JqlException;
import dev.sluice.simulator.jql.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names that a value answers to. */
final class Values {
  private static final List<String> NAMING =
      List.of("id", "key", "name", "value", "accountId", "displayName", "emailAddress");

  /** Sprints of Data Center come as the text of a Java object. */
  private static final Pattern SPRINT_TEXT =
      Pattern.compile("[\\[,](id|name)=(.*?)(?=,[A-Za-z]+=|]$)");

  private Values() {}

  /** Everything one value can be called, in lower case. */
  static List<String> names(JsonNode value) {
    List<String> names = new ArrayList<>();
    if (value.isObject()) {
      for (String property : NAMING) {
        JsonNode name = value.get(property);
        if (name != null && name.isValueNode() && !name.isNull()) {
          names.add(lower(name.asText()));
        }
      }
    } else {
      String text = value.asText();
      names.add(lower(text));
      if (text.contains("Sprint@")) {
        for (Matcher part = SPRINT_TEXT.matcher(text); part.find(); ) {
          names.add(lower(part.group(2)));
        }
      }
    }
    return names;
  }

  /**
   * The text of a single value.
   *
   * @throws JqlException when the operand is a function, of which this place takes none
   */
  static String text(Operand operand) {
    if (operand instanceof Operand.Value value) {
      return value.text();
    }
    if (operand instanceof Operand.Call call) {
      throw new JqlException("Unable to find JQL function '" + call.function() + "()'.");
    }
    throw new JqlException("A single value is needed here.");
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
