package dev.sluice.schemas.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;

/** What a node of a document says by itself. */
final class AdfText {

  private AdfText() {}

  /** Returns all text at and below the node, in order, however deep it is. */
  static String plain(JsonNode root) {
    StringBuilder text = new StringBuilder();
    Deque<JsonNode> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      JsonNode node = open.pop();
      JsonNode content = node.path("content");
      if (node.path("type").asText().equals("hardBreak")) {
        text.append('\n');
      } else if (content.isEmpty()) {
        text.append(own(node));
      }
      if (content.isObject()) {
        open.push(content);
      }
      for (int i = content.isArray() ? content.size() - 1 : -1; i >= 0; i--) {
        open.push(content.get(i));
      }
    }
    return text.toString();
  }

  /** Returns the text of a node without regard to its content. */
  static String own(JsonNode node) {
    JsonNode attributes = node.path("attrs");
    return switch (node.path("type").asText()) {
      case "mention" -> mention(attributes);
      case "emoji" -> attributes.path("text").asText(attributes.path("shortName").asText(""));
      case "date" -> day(attributes.path("timestamp").asText(""));
      default -> node.path("text").asText(attributes.path("text").asText(""));
    };
  }

  static String card(JsonNode node) {
    JsonNode attributes = node.path("attrs");
    String url = attributes.path("url").asText("");
    return url.isEmpty() ? attributes.path("data").path("name").asText("") : "<" + url + ">";
  }

  /** A file of the issue has no address in the document; its id finds it among the attachments. */
  static String media(JsonNode node) {
    JsonNode attributes = node.path("attrs");
    String name = attributes.path("alt").asText("");
    String url = attributes.path("url").asText("");
    String target = url.isEmpty() ? "attachment:" + attributes.path("id").asText("") : url;
    return "![" + name + "](" + target + ")";
  }

  static int longestRunOfBackticks(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  private static String mention(JsonNode attributes) {
    String text = attributes.path("text").asText("");
    String name = text.isEmpty() ? attributes.path("id").asText("") : text;
    return name.startsWith("@") ? name : "@" + name;
  }

  private static String day(String epochMillis) {
    try {
      Instant instant = Instant.ofEpochMilli(Long.parseLong(epochMillis));
      return instant.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    } catch (NumberFormatException e) {
      return epochMillis;
    }
  }
}
