package dev.sluice.schemas.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The nodes of a document that stand on lines of their own. */
final class AdfBlocks {

  private static final String PARAGRAPHS = "\n\n";

  private AdfBlocks() {}

  /** Renders what is inside a node, blocks or inline nodes, an empty line between blocks. */
  static String children(JsonNode parent, int depth) {
    if (depth >= AdfMarkdown.MAX_DEPTH) {
      return AdfText.plain(parent);
    }
    List<String> blocks = new ArrayList<>();
    List<JsonNode> inline = new ArrayList<>();
    for (JsonNode node : parent.path("content")) {
      if (AdfInline.isInline(node)) {
        inline.add(node);
      } else {
        flush(inline, blocks);
        add(blocks, block(node, depth + 1));
      }
    }
    flush(inline, blocks);
    return String.join(PARAGRAPHS, blocks);
  }

  private static void flush(List<JsonNode> inline, List<String> blocks) {
    add(blocks, AdfInline.render(inline).strip());
    inline.clear();
  }

  private static void add(List<String> blocks, String block) {
    if (!block.isBlank()) {
      blocks.add(block);
    }
  }

  static String block(JsonNode node, int depth) {
    return switch (node.path("type").asText()) {
      case "heading" -> heading(node, depth);
      case "bulletList", "orderedList", "taskList", "decisionList" -> AdfLists.list(node, depth);
      case "codeBlock" -> codeBlock(node);
      case "blockquote" -> quoted(children(node, depth));
      case "panel" -> panel(node, depth);
      case "rule" -> "---";
      case "table" -> AdfTables.table(node, depth);
      case "expand", "nestedExpand" -> expand(node, depth);
      case "blockCard", "embedCard" -> AdfText.card(node);
      case "media" -> AdfText.media(node);
      default -> other(node, depth);
    };
  }

  /** Paragraphs, layouts, media groups and whatever comes to be: what is inside counts. */
  private static String other(JsonNode node, int depth) {
    String inside = children(node, depth);
    return inside.isEmpty() ? AdfText.own(node) : inside;
  }

  private static String heading(JsonNode node, int depth) {
    int level = Math.min(6, Math.max(1, node.path("attrs").path("level").asInt(1)));
    String title = children(node, depth).replace('\n', ' ');
    return title.isBlank() ? "" : "#".repeat(level) + " " + title;
  }

  private static String codeBlock(JsonNode node) {
    String code = AdfText.plain(node);
    String fence = "`".repeat(Math.max(3, AdfText.longestRunOfBackticks(code) + 1));
    String language = node.path("attrs").path("language").asText("");
    return fence + language + "\n" + code + "\n" + fence;
  }

  private static String panel(JsonNode node, int depth) {
    String kind = node.path("attrs").path("panelType").asText("info").toUpperCase(Locale.ROOT);
    return quoted("[!" + kind + "]\n" + children(node, depth));
  }

  private static String expand(JsonNode node, int depth) {
    String title = node.path("attrs").path("title").asText("");
    String inside = children(node, depth);
    return title.isBlank() ? inside : ("**" + title + "**" + PARAGRAPHS + inside).strip();
  }

  private static String quoted(String text) {
    return text.lines()
        .map(line -> line.isEmpty() ? ">" : "> " + line)
        .collect(Collectors.joining("\n"));
  }
}
