package dev.sluice.simulator.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** Turns text into a document of the Atlassian Document Format, as v3 gives it. */
final class RichText {
  private RichText() {}

  /** Blocks between blank lines become paragraphs, single line ends become hard breaks. */
  static void writeDocument(JsonGenerator generator, String text) throws IOException {
    generator.writeStartObject();
    generator.writeStringField("type", "doc");
    generator.writeNumberField("version", 1);
    generator.writeArrayFieldStart("content");
    for (String block : text.replace("\r\n", "\n").replace('\r', '\n').split("\n{2,}", -1)) {
      if (!block.isEmpty()) {
        paragraph(generator, block);
      }
    }
    generator.writeEndArray();
    generator.writeEndObject();
  }

  private static void paragraph(JsonGenerator generator, String block) throws IOException {
    generator.writeStartObject();
    generator.writeStringField("type", "paragraph");
    generator.writeArrayFieldStart("content");
    boolean first = true;
    for (String line : block.split("\n", -1)) {
      if (!first) {
        generator.writeStartObject();
        generator.writeStringField("type", "hardBreak");
        generator.writeEndObject();
      }
      first = false;
      if (!line.isEmpty()) {
        generator.writeStartObject();
        generator.writeStringField("type", "text");
        generator.writeStringField("text", line);
        generator.writeEndObject();
      }
    }
    generator.writeEndArray();
    generator.writeEndObject();
  }

  /** The wiki text of a document, for the editions and versions that know no documents. */
  static String wiki(JsonNode document) {
    StringBuilder text = new StringBuilder();
    blocks(document, text, "");
    return text.toString().strip();
  }

  private static void blocks(JsonNode parent, StringBuilder text, String bullet) {
    for (JsonNode node : parent.path("content")) {
      switch (node.path("type").asText()) {
        case "text" -> text.append(node.path("text").asText());
        case "hardBreak" -> text.append('\n');
        case "mention" -> text.append(node.path("attrs").path("text").asText());
        case "heading" -> {
          text.append('h').append(node.path("attrs").path("level").asInt(1)).append(". ");
          blocks(node, text, "");
          text.append("\n\n");
        }
        case "codeBlock" -> {
          text.append("{code}\n");
          blocks(node, text, "");
          text.append("\n{code}\n\n");
        }
        case "bulletList" -> blocks(node, text, bullet + "*");
        case "orderedList" -> blocks(node, text, bullet + "#");
        case "listItem" -> {
          text.append(bullet).append(' ');
          blocks(node, text, bullet);
        }
        case "paragraph" -> {
          blocks(node, text, bullet);
          text.append(bullet.isEmpty() ? "\n\n" : "\n");
        }
        default -> blocks(node, text, bullet);
      }
    }
  }
}
