package dev.sluice.schemas.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Bullet, numbered, task and decision lists. */
final class AdfLists {

  private AdfLists() {}

  static String list(JsonNode list, int depth) {
    if (depth >= AdfMarkdown.MAX_DEPTH) {
      return AdfText.plain(list);
    }
    boolean ordered = list.path("type").asText().equals("orderedList");
    int number = list.path("attrs").path("order").asInt(1);
    List<String> items = new ArrayList<>();
    for (JsonNode node : list.path("content")) {
      if (isList(node)) {
        // Task lists nest beside their items, not inside them.
        items.add(indented("  ", list(node, depth + 1)));
      } else {
        items.add(item(node, ordered ? number++ + ". " : "- ", depth));
      }
    }
    return String.join("\n", items);
  }

  private static String item(JsonNode node, String marker, int depth) {
    String box = node.path("type").asText().equals("taskItem") ? box(node) : "";
    String inside = tight(node, depth);
    String indent = " ".repeat(marker.length());
    return marker
        + (box + indented(indent, inside).substring(inside.isEmpty() ? 0 : indent.length()));
  }

  private static String box(JsonNode task) {
    return task.path("attrs").path("state").asText().equals("DONE") ? "[x] " : "[ ] ";
  }

  /** A list follows the text of its item without an empty line; anything else has one. */
  private static String tight(JsonNode item, int depth) {
    StringBuilder text = new StringBuilder();
    List<JsonNode> inline = new ArrayList<>();
    for (JsonNode node : item.path("content")) {
      if (AdfInline.isInline(node)) {
        inline.add(node);
      } else {
        append(text, AdfInline.render(inline).strip(), false);
        inline.clear();
        append(text, AdfBlocks.block(node, depth + 1), isList(node));
      }
    }
    append(text, AdfInline.render(inline).strip(), false);
    return text.toString();
  }

  private static void append(StringBuilder text, String block, boolean tight) {
    if (!block.isBlank()) {
      text.append(text.isEmpty() ? "" : tight ? "\n" : "\n\n").append(block);
    }
  }

  private static boolean isList(JsonNode node) {
    return node.path("type").asText().endsWith("List");
  }

  private static String indented(String indent, String text) {
    StringBuilder indented = new StringBuilder();
    text.lines()
        .forEach(
            line ->
                indented
                    .append(indented.isEmpty() ? "" : "\n")
                    .append(line.isEmpty() ? "" : indent + line));
    return indented.toString();
  }
}
