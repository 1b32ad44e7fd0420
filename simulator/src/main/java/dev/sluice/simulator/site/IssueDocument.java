package dev.sluice.simulator.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes an issue as Jira answers it, from its life. */
final class IssueDocument {
  private static final int HUGE_BYTES = 300_000;

  private final Stage stage;
  private final Ledger ledger;
  private final int position;
  private final Draft draft;
  private final Dice dice;

  private IssueDocument(Stage stage, Ledger ledger, int position) {
    this.stage = stage;
    this.ledger = ledger;
    this.position = position;
    draft = Life.of(stage, position);
    dice = stage.dice(position, 2);
  }

  static ObjectNode write(Stage stage, Ledger ledger, int position) {
    return new IssueDocument(stage, ledger, position).write();
  }

  private ObjectNode write() {
    String id = Long.toString(stage.roster().ids[position]);
    ObjectNode issue =
        Json.object()
            .put("expand", "operations,versionedRepresentations,editmeta,changelog,renderedFields")
            .put("id", id)
            .put("self", Json.self("issue/" + id))
            .put("key", stage.roster().key(position));
    ObjectNode fields = issue.putObject("fields");
    what(fields);
    people(fields);
    times(fields);
    relatives(fields);
    new TimeTracking(stage, ledger, position, draft).write(fields);
    Activity activity = new Activity(stage, position, draft);
    activity.write(fields);
    new CustomFields(stage, position, draft, dice).write(fields);
    issue.set("changelog", activity.changelog());
    return issue;
  }

  private void what(ObjectNode fields) {
    fields.set("issuetype", stage.roster().kinds[position].json());
    for (Tracked field :
        List.of(
            Tracked.PROJECT,
            Tracked.STATUS,
            Tracked.PRIORITY,
            Tracked.RESOLUTION,
            Tracked.SUMMARY,
            Tracked.LABELS)) {
      fields.set(field.label(), draft.get(field).json().get());
    }
    fields.set("description", description());
    fields.put("environment", environment());
    fields.set("components", list(draft.components.stream().map(Component::json).toList()));
    fields.set("fixVersions", list(draft.fixVersions.stream().map(Version::json).toList()));
    fields.set("versions", affected());
    fields.set(
        "security",
        dice.chance(0.02)
            ? Json.named("securitylevel", "10020", "Embargoed").put("description", "Until launch")
            : null);
    fields.set(
        "issuerestriction",
        Json.object().put("shouldDisplay", false).set("issuerestrictions", Json.object()));
  }

  private @org.jspecify.annotations.Nullable JsonNode description() {
    return switch (Optional.ofNullable(stage.roster().oddities.get(position)).orElse(Oddity.BUSY)) {
      case HUGE_TEXT -> Adf.huge(dice, HUGE_BYTES);
      case DEEP_TEXT -> Adf.deep(dice);
      case WIKI_MARKUP ->
          Json.text(
              "h2. Brief\r\n* *bold* _and_ {color:red}red{color}\r\n{code}a < b{code}\r\n[site|https://example.com]");
      case EMPTY_TEXTS -> Json.text("");
      default -> dice.chance(0.85) ? Adf.talk(dice, stage.people()) : null;
    };
  }

  private @org.jspecify.annotations.Nullable String environment() {
    if (stage.roster().is(position, Oddity.EMPTY_TEXTS)) {
      return "";
    }
    return stage.roster().kinds[position] == Kind.BUG && dice.chance(0.5)
        ? "Safari 17\r\niPhone"
        : null;
  }

  private ArrayNode affected() {
    boolean affects = stage.roster().kinds[position] == Kind.BUG && dice.chance(0.5);
    List<Version> versions = stage.shelf().versions(draft.project());
    return affects && !versions.isEmpty() ? Json.array().add(versions.get(0).json()) : Json.array();
  }

  private void people(ObjectNode fields) {
    Roster roster = stage.roster();
    Instant created = roster.created(position);
    Person creator =
        roster.imported[position]
            ? stage.people().importer()
            : stage.people().pick(Role.of(roster.kinds[position], draft.project()), created, dice);
    Person reporter =
        dice.chance(0.8) ? creator : stage.people().pick(Role.CAMPAIGN, created, dice);
    fields.set("assignee", draft.get(Tracked.ASSIGNEE).json().get());
    fields.set("creator", creator.json());
    fields.set("reporter", roster.is(position, Oddity.ANONYMOUS) ? null : reporter.json());
    int votes = dice.count(0.2);
    fields.set(
        "votes",
        Json.object()
            .put("self", Json.self("issue/" + roster.key(position) + "/votes"))
            .put("votes", votes)
            .put("hasVoted", false));
    fields.set(
        "watches",
        Json.object()
            .put("self", Json.self("issue/" + roster.key(position) + "/watchers"))
            .put("watchCount", 1 + dice.count(1.5))
            .put("isWatching", false));
  }

  private void times(ObjectNode fields) {
    fields.put("created", stamp(stage.roster().created(position)));
    fields.put("updated", stamp(draft.updated()));
    fields.put("resolutiondate", draft.resolved().map(this::stamp).orElse(null));
    fields.put("statuscategorychangedate", stamp(draft.categoryChanged()));
    boolean viewed = dice.chance(0.05);
    fields.put("lastViewed", viewed ? stamp(draft.updated().plusSeconds(30)) : null);
    fields.set("duedate", draft.get(Tracked.DUE_DATE).json().get());
  }

  private void relatives(ObjectNode fields) {
    Roster roster = stage.roster();
    int parent = roster.parents[position];
    if (parent != Roster.NONE) {
      fields.set("parent", ledger.summary(stage, parent));
    }
    ArrayNode subtasks = fields.putArray("subtasks");
    roster.subtasks(position).forEach(child -> subtasks.add(ledger.summary(stage, child)));
    ArrayNode links = fields.putArray("issuelinks");
    for (Link link : roster.links(position)) {
      ObjectNode json =
          Json.object()
              .put("id", Long.toString(link.id()))
              .put("self", Json.self("issueLink/" + link.id()));
      json.set("type", link.type().json());
      String side = link.isOutwardFor(position) ? "outwardIssue" : "inwardIssue";
      links.add(json.set(side, ledger.summary(stage, link.otherEnd(position))));
    }
  }

  private String stamp(Instant moment) {
    return Stamps.moment(moment, stage.zone());
  }

  private static ArrayNode list(List<ObjectNode> nodes) {
    return Json.array().addAll(nodes);
  }
}
