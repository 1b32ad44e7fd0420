package dev.sluice.schemas.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** The nodes of a document that stand within a line. */
final class AdfInline {

  private static final Set<String> TYPES =
      Set.of(
          "text",
          "hardBreak",
          "mention",
          "emoji",
          "inlineCard",
          "date",
          "status",
          "mediaInline",
          "placeholder",
          "inlineExtension");

  private AdfInline() {}

  static boolean isInline(JsonNode node) {
    return TYPES.contains(node.path("type").asText());
  }

  static String render(List<JsonNode> nodes) {
    StringBuilder text = new StringBuilder();
    nodes.forEach(node -> text.append(one(node)));
    return text.toString();
  }

  private static String one(JsonNode node) {
    return switch (node.path("type").asText()) {
      case "text" -> marked(node.path("text").asText(""), node.path("marks"));
      case "hardBreak" -> "  \n";
      case "inlineCard" -> AdfText.card(node);
      case "mediaInline" -> AdfText.media(node);
      default -> AdfText.own(node);
    };
  }

  /** Marks without a sign in Markdown, such as colours, leave the text as it is. */
  private static String marked(String text, JsonNode marks) {
    String result = text;
    String link = "";
    for (JsonNode mark : marks) {
      switch (mark.path("type").asText()) {
        case "code" -> result = code(result);
        case "strong" -> result = wrapped(result, "**");
        case "em" -> result = wrapped(result, "*");
        case "strike" -> result = wrapped(result, "~~");
        case "link" -> link = mark.path("attrs").path("href").asText("");
        default -> {}
      }
    }
    return link.isEmpty() ? result : "[" + result + "](" + link + ")";
  }

  private static String code(String text) {
    int backticks = AdfText.longestRunOfBackticks(text);
    String fence = "`".repeat(backticks + 1);
    String padding = backticks > 0 ? " " : "";
    return fence + padding + text + padding + fence;
  }

  /** A sign next to white space would not be read as one: the space goes outside. */
  private static String wrapped(String text, String sign) {
    String core = text.strip();
    if (core.isEmpty()) {
      return text;
    }
    int start = text.indexOf(core);
    return text.substring(0, start) + sign + core + sign + text.substring(start + core.length());
  }
}
