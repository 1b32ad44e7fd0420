package dev.sluice.schemas.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Reads {@code com.atlassian.greenhopper.service.sprint.Sprint@1f[id=5,state=CLOSED,name=a, b]}:
 * the order of the keys differs between versions, and names and goals may hold commas, equals signs
 * and brackets.
 */
public final class SprintText {

  private static final Pattern KEY =
      Pattern.compile(
          "(?:^|,)(id|rapidViewId|state|name|startDate|endDate|completeDate|activatedDate"
              + "|sequence|goal|autoStartStop|synced|incompleteIssuesDestinationId)=");
  private static final Set<String> FREE_TEXT = Set.of("name", "goal");
  private static final String NULL = "<null>";

  private SprintText() {}

  /** Returns the sprint as the object Cloud would send; empty if the text is no sprint. */
  public static Optional<JsonNode> parse(String text) {
    int open = text.indexOf('[');
    if (open < 0 || !text.endsWith("]") || !text.substring(0, open).contains("Sprint@")) {
      return Optional.empty();
    }
    String body = text.substring(open + 1, text.length() - 1);
    List<MatchResult> keys = keys(body);
    ObjectNode sprint = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < keys.size(); i++) {
      int end = i + 1 < keys.size() ? keys.get(i + 1).start() : body.length();
      put(sprint, keys.get(i).group(1), body.substring(keys.get(i).end(), end));
    }
    return sprint.hasNonNull("id") ? Optional.of(sprint) : Optional.empty();
  }

  /**
   * Finds where the values begin. What looks like a key inside a name or goal is none when the true
   * one stands elsewhere: no key occurs twice.
   */
  private static List<MatchResult> keys(String body) {
    List<MatchResult> candidates = KEY.matcher(body).results().toList();
    List<MatchResult> keys = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    String current = "";
    for (int i = 0; i < candidates.size(); i++) {
      String key = candidates.get(i).group(1);
      boolean inFreeText = FREE_TEXT.contains(current);
      boolean again =
          seen.contains(key)
              || (inFreeText
                  && candidates.subList(i + 1, candidates.size()).stream()
                      .anyMatch(later -> later.group(1).equals(key)));
      if (!again) {
        keys.add(candidates.get(i));
        seen.add(key);
        current = key;
      }
    }
    return keys;
  }

  private static void put(ObjectNode sprint, String key, String value) {
    if (value.equals(NULL)) {
      return;
    }
    // The agile API and Cloud write the state in lower case; only this form shouts.
    sprint.put(key, key.equals("state") ? value.toLowerCase(Locale.ROOT) : value);
  }
}
