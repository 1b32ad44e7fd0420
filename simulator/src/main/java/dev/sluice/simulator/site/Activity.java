package dev.sluice.simulator.site;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** Writes what was done with an issue: histories, comments, worklogs, files. */
final class Activity {
  /** Ids beyond 32 bits. */
  private static final long FIRST_HISTORY = 4_300_000_000L;

  private static final long FIRST_REMARK = 700_000;
  private static final long FIRST_EFFORT = 6_000_000_000L;
  private static final int IDS_PER_ISSUE = 1000;

  private final Stage stage;
  private final int position;
  private final Draft draft;
  private final String issueId;
  private final Dice dice;
  private final boolean showsFieldIds;

  Activity(Stage stage, int position, Draft draft) {
    this.stage = stage;
    this.position = position;
    this.draft = draft;
    issueId = Long.toString(stage.roster().ids[position]);
    dice = stage.dice(position, 4);
    showsFieldIds = dice.chance(0.7);
  }

  void write(ObjectNode fields) {
    fields.set("comment", comments());
    fields.set("worklog", worklogs());
    fields.set("attachment", attachments());
  }

  ObjectNode changelog() {
    int total = draft.histories.size();
    ObjectNode changelog =
        Json.object().put("startAt", 0).put("maxResults", total).put("total", total);
    ArrayNode histories = changelog.putArray("histories");
    boolean anonymous = stage.roster().is(position, Oddity.ANONYMOUS);
    for (int number = 0; number < total; number++) {
      History history = draft.histories.get(number);
      ObjectNode json =
          Json.object()
              .put("id", Long.toString(FIRST_HISTORY + (long) position * IDS_PER_ISSUE + number));
      if (!anonymous || number > 0) {
        history.author().ifPresent(author -> json.set("author", author.json()));
      }
      json.put("created", stamp(history.at()));
      ArrayNode items = json.putArray("items");
      history.items().forEach(item -> items.add(item(item, history.at())));
      histories.add(json);
    }
    return changelog;
  }

  private ObjectNode item(History.Item item, Instant at) {
    Tracked field = item.field();
    boolean hasOldName = field == Tracked.BUDGET && at.isBefore(stage.renamed());
    ObjectNode json =
        Json.object()
            .put("field", hasOldName ? "Budget (EUR)" : field.label())
            .put("fieldtype", field.isCustom() ? "custom" : "jira");
    if (showsFieldIds || hasOldName || !field.isCustom()) {
      field.fieldId().ifPresent(id -> json.put("fieldId", id));
    }
    json.put("from", item.from().id()).put("fromString", item.from().text());
    json.put("to", item.to().id()).put("toString", item.to().text());
    if (field == Tracked.ASSIGNEE) {
      json.put("tmpFromAccountId", item.from().accountId());
      json.put("tmpToAccountId", item.to().accountId());
    }
    return json;
  }

  private ObjectNode comments() {
    ArrayNode comments = Json.array();
    for (Remark remark : draft.remarks) {
      Dice words = Dice.of(stage.seed(), remark.topic() * 7L + 5);
      String id = Long.toString(FIRST_REMARK + (long) position * IDS_PER_ISSUE + comments.size());
      ObjectNode json =
          Json.object().put("self", Json.self("issue/" + issueId + "/comment/" + id)).put("id", id);
      json.set("author", remark.author().json());
      if (stage.roster().is(position, Oddity.WIKI_MARKUP)) {
        json.put("body", "bq. " + Prose.sentence(words) + "\r\n\r\n# one\r\n# {{two}}");
      } else {
        json.set("body", Adf.talk(words, stage.people()));
      }
      json.set(
          "updateAuthor", remark.edited().map(Remark.Edit::author).orElse(remark.author()).json());
      json.put("created", stamp(remark.at())).put("updated", stamp(remark.updated()));
      if (words.chance(0.04)) {
        json.set(
            "visibility",
            Json.object()
                .put("type", "role")
                .put("value", "Administrators")
                .put("identifier", "Administrators"));
      }
      if (words.chance(0.08) && !comments.isEmpty()) {
        json.put("parentId", FIRST_REMARK + (long) position * IDS_PER_ISSUE);
      }
      comments.add(json.put("jsdPublic", true));
    }
    int total = comments.size();
    ObjectNode page = Json.object();
    page.set("comments", comments);
    return page.put("self", Json.self("issue/" + issueId + "/comment"))
        .put("maxResults", total)
        .put("total", total)
        .put("startAt", 0);
  }

  private ObjectNode worklogs() {
    ArrayNode worklogs = Json.array();
    for (Effort effort : draft.efforts) {
      Dice words = Dice.of(stage.seed(), effort.topic() * 7L + 6);
      String id = Long.toString(FIRST_EFFORT + (long) position * IDS_PER_ISSUE + worklogs.size());
      ObjectNode json = Json.object().put("self", Json.self("issue/" + issueId + "/worklog/" + id));
      json.set("author", effort.author().json());
      json.set("updateAuthor", effort.author().json());
      if (words.chance(0.6)) {
        json.set("comment", Adf.document(Adf.paragraph(Prose.sentence(words))));
      }
      worklogs.add(
          json.put("created", stamp(effort.at()))
              .put("updated", stamp(effort.at()))
              .put("started", stamp(effort.started()))
              .put("timeSpent", WorkTime.words((int) effort.seconds()))
              .put("timeSpentSeconds", effort.seconds())
              .put("id", id)
              .put("issueId", issueId));
    }
    int total = worklogs.size();
    return Json.object()
        .put("startAt", 0)
        .put("maxResults", total)
        .put("total", total)
        .set("worklogs", worklogs);
  }

  private ArrayNode attachments() {
    ArrayNode attachments = Json.array();
    for (Attached file : draft.attachments) {
      ObjectNode json =
          Json.object()
              .put("self", Json.self("attachment/" + file.id()))
              .put("id", Long.toString(file.id()))
              .put("filename", file.filename());
      json.set("author", file.author().json());
      attachments.add(
          json.put("created", stamp(file.at()))
              .put("size", file.bytes())
              .put("mimeType", file.mimeType())
              .put("content", Json.self("attachment/content/" + file.id())));
    }
    return attachments;
  }

  private String stamp(Instant moment) {
    return Stamps.moment(moment, stage.zone());
  }
}
