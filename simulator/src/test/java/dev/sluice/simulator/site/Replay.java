package dev.sluice.simulator.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Plays the history of an issue forward and tells where it does not lead to what stands in it. */
public final class Replay {
  private static final List<String> SINGLE =
      List.of(
          "summary",
          "status",
          "resolution",
          "priority",
          "assignee",
          "labels",
          "duedate",
          "project",
          "Key",
          "IssueParentAssociation",
          "timeoriginalestimate",
          "timeestimate",
          "timespent",
          "Epic Link",
          "Sprint",
          "Flagged",
          "Story Points",
          "Launch Date",
          "Actual Launch",
          "Go-Live",
          "Campaign Budget",
          "Channel",
          "Target Markets");

  private Replay() {}

  public static List<String> contradictions(JsonNode issue) {
    List<String> found = new ArrayList<>();
    Map<String, JsonNode> last = new LinkedHashMap<>();
    String before = "";
    for (JsonNode history : issue.path("changelog").path("histories")) {
      for (JsonNode item : history.path("items")) {
        String field = name(item);
        JsonNode previous = last.put(field, item);
        if (previous != null && SINGLE.contains(field) && !follows(previous, item)) {
          found.add(issue.path("key") + " " + field + ": " + item + " does not follow " + previous);
        }
      }
      String id = history.path("id").asText();
      if (id.compareTo(before) <= 0) {
        found.add(issue.path("key") + ": history ids do not ascend at " + id);
      }
      before = id;
    }
    for (String field : SINGLE) {
      if (last.containsKey(field)) {
        String expected = text(last.get(field).path("toString"));
        String actual = current(issue, field);
        if (!expected.equals(actual)) {
          found.add(issue.path("key") + " " + field + ": " + actual + ", but history: " + expected);
        }
      }
    }
    count(issue, "Link", "issuelinks", found);
    count(issue, "Attachment", "attachment", found);
    return found;
  }

  private static void count(JsonNode issue, String item, String field, List<String> found) {
    int added =
        issue.path("changelog").findValues("items").stream()
            .mapToInt(
                items ->
                    (int) items.findValuesAsText("field").stream().filter(item::equals).count())
            .sum();
    if (added != issue.path("fields").path(field).size()) {
      found.add(issue.path("key") + ": " + added + " histories of " + field);
    }
  }

  private static String name(JsonNode item) {
    String field = item.path("field").asText();
    return field.equals("Budget (EUR)") ? "Campaign Budget" : field;
  }

  private static boolean follows(JsonNode previous, JsonNode next) {
    return text(previous.path("toString")).equals(text(next.path("fromString")))
        && text(previous.path("to")).equals(text(next.path("from")));
  }

  private static String text(JsonNode value) {
    return value.isNull() ? "" : value.asText();
  }

  private static String current(JsonNode issue, String field) {
    JsonNode fields = issue.path("fields");
    return switch (field) {
      case "summary", "timeoriginalestimate", "timeestimate", "timespent" ->
          text(fields.path(field));
      case "status", "resolution", "priority", "project" ->
          fields.path(field).path("name").asText("");
      case "assignee" -> fields.path(field).path("displayName").asText("");
      case "labels" -> join(fields.path(field), "", " ");
      case "duedate" -> fields.path(field).asText() + " 00:00:00.0";
      case "Key" -> issue.path("key").asText();
      case "IssueParentAssociation" -> fields.path("parent").path("key").asText();
      case "Epic Link" -> fields.path("customfield_10014").asText();
      case "Sprint" -> join(fields.path("customfield_10020"), "name", ", ");
      case "Flagged" -> join(fields.path("customfield_10021"), "value", ",");
      case "Story Points" -> number(points(fields));
      case "Launch Date" -> day(fields.path("customfield_10043").asText());
      case "Actual Launch" -> day(fields.path("customfield_10044").asText());
      case "Go-Live" -> goLive(issue, fields.path("customfield_10047").asText());
      case "Campaign Budget" -> number(fields.path("customfield_10042"));
      case "Channel" -> fields.path("customfield_10045").path("value").asText();
      case "Target Markets" -> join(fields.path("customfield_10046"), "value", ",");
      default -> throw new IllegalArgumentException(field);
    };
  }

  private static JsonNode points(JsonNode fields) {
    return fields.has("customfield_10026")
        ? fields.path("customfield_10026")
        : fields.path("customfield_10234");
  }

  private static String number(JsonNode number) {
    if (number.isNull()) {
      return "";
    }
    double value = number.asDouble();
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  private static String day(String day) {
    return Stamps.shortDay(java.time.LocalDate.parse(day));
  }

  /** The id of the item is the stamp itself: compare that, and return its text. */
  private static String goLive(JsonNode issue, String stamp) {
    for (JsonNode history : issue.path("changelog").path("histories")) {
      for (JsonNode item : history.path("items")) {
        if (item.path("field").asText().equals("Go-Live")
            && item.path("to").asText().equals(stamp)) {
          return item.path("toString").asText();
        }
      }
    }
    return "no history sets " + stamp;
  }

  private static String join(JsonNode values, String member, String separator) {
    List<String> texts = new ArrayList<>();
    values.forEach(
        value -> texts.add(member.isEmpty() ? value.asText() : value.path(member).asText()));
    return String.join(separator, texts);
  }
}
