package dev.sluice.simulator.site;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** Documents of Jira's editor. */
final class Adf {
  private static final int DEEP = 60;

  private Adf() {}

  static ObjectNode document(ObjectNode... blocks) {
    ArrayNode content = Json.array();
    for (ObjectNode block : blocks) {
      content.add(block);
    }
    return Json.object().put("type", "doc").put("version", 1).set("content", content);
  }

  static ObjectNode paragraph(String text) {
    return block("paragraph", text(text));
  }

  /** A few paragraphs of talk; one in eight has what the editor can do. */
  static ObjectNode talk(Dice dice, People people) {
    if (!dice.chance(0.12)) {
      return dice.chance(0.6)
          ? document(paragraph(Prose.paragraph(dice)))
          : document(paragraph(Prose.paragraph(dice)), paragraph(Prose.sentence(dice)));
    }
    return document(
        block("heading", text("Where we are")).set("attrs", Json.object().put("level", 2)),
        greeting(dice.pick(people.everybody()), Prose.sentence(dice)),
        block("bulletList", item(Prose.sentence(dice)), item(Prose.sentence(dice))),
        block("panel", paragraph(Prose.sentence(dice)))
            .set("attrs", Json.object().put("panelType", "warning")),
        table(Prose.sentence(dice)),
        block("codeBlock", text("utm_source=news&utm_id=" + dice.below(9999)))
            .set("attrs", Json.object().put("language", "text")));
  }

  /** A text of about that many bytes. */
  static ObjectNode huge(Dice dice, int bytes) {
    ObjectNode document = document();
    ArrayNode content = document.withArray("content");
    for (int written = 0; written < bytes; ) {
      String paragraph = Prose.paragraph(dice);
      content.add(paragraph(paragraph));
      written += paragraph.length() + 70;
    }
    return document;
  }

  /** A list in a list in a list. */
  static ObjectNode deep(Dice dice) {
    ObjectNode inner = item("at the bottom: " + Prose.sentence(dice));
    for (int level = 0; level < DEEP; level++) {
      ObjectNode outer = item("level " + (DEEP - level));
      outer.withArray("content").add(block("bulletList", inner));
      inner = outer;
    }
    return document(block("bulletList", inner), block("futureNode", text("not known yet")));
  }

  private static ObjectNode greeting(Person person, String words) {
    ObjectNode mention =
        Json.object()
            .put("type", "mention")
            .set(
                "attrs",
                Json.object()
                    .put("id", person.accountId())
                    .put("text", "@" + person.displayName()));
    ObjectNode strong = text("now");
    strong.set("marks", Json.array().add(Json.object().put("type", "strong")));
    ObjectNode link = text("the plan");
    ObjectNode target = Json.object().put("href", "https://example.com/plan?a=1&b=2");
    link.set("marks", Json.array().add(Json.object().put("type", "link").set("attrs", target)));
    ObjectNode emoji = Json.object().put("type", "emoji");
    emoji.set("attrs", Json.object().put("shortName", ":rocket:").put("text", "🚀"));
    long dayMillis = Instant.parse("2026-01-15T00:00:00Z").toEpochMilli();
    ObjectNode date = Json.object().put("type", "date");
    date.set("attrs", Json.object().put("timestamp", Long.toString(dayMillis)));
    return block(
        "paragraph",
        mention,
        text(" " + words + " "),
        strong,
        text(": "),
        link,
        text(" "),
        date,
        Json.object().put("type", "hardBreak"),
        emoji);
  }

  private static ObjectNode table(String words) {
    return block(
        "table",
        block(
            "tableRow",
            block("tableHeader", paragraph("What")),
            block("tableHeader", paragraph("Note"))),
        block(
            "tableRow",
            block("tableCell", paragraph("Media")),
            block("tableCell", paragraph(words))));
  }

  private static ObjectNode item(String words) {
    return block("listItem", paragraph(words));
  }

  private static ObjectNode block(String type, ObjectNode... children) {
    ArrayNode content = Json.array();
    for (ObjectNode child : children) {
      content.add(child);
    }
    return Json.object().put("type", type).set("content", content);
  }

  private static ObjectNode text(String text) {
    return Json.object().put("type", "text").put("text", text);
  }
}
