package dev.sluice.simulator.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the custom fields: all of them, most of them empty, as Jira does. */
final class CustomFields {
  private final Stage stage;
  private final int position;
  private final Draft draft;
  private final Dice dice;
  private final Kind kind;
  private final Instant created;

  CustomFields(Stage stage, int position, Draft draft, Dice dice) {
    this.stage = stage;
    this.position = position;
    this.draft = draft;
    this.dice = dice;
    kind = stage.roster().kinds[position];
    created = stage.roster().created(position);
  }

  void write(ObjectNode fields) {
    for (CustomField field : CustomField.values()) {
      fields.set(field.id(), null);
    }
    for (Tracked field : Tracked.values()) {
      if (field.isCustom() && field != Tracked.RANK) {
        field.fieldId().ifPresent(id -> fields.set(id, draft.get(field).json().get()));
      }
    }
    put(fields, CustomField.DEVELOPMENT, Json.text("{}"));
    put(fields, CustomField.RANK, Json.text(rank()));
    if (dice.chance(0.6)) {
      Option team = dice.pick(Choices.TEAMS);
      put(
          fields,
          CustomField.TEAM,
          Json.object()
              .put("id", "36885b3c-1bf0-4f85-a357-c5b858c31d" + team.id().substring(3))
              .put("name", team.value())
              .put("isShared", true));
    }
    if (draft.project() == Department.EVNT) {
      fields.remove(CustomField.STORY_POINTS.id());
      fields.put(
          CustomField.VENUE.id(),
          dice.chance(0.5) ? "Hall " + dice.between(1, 9) + ", 240 m²" : null);
    } else {
      fields.remove(List.of(CustomField.EVENT_POINTS.id(), CustomField.VENUE.id()));
    }
    switch (kind) {
      case CAMPAIGN -> campaign(fields);
      case CREATIVE_TASK -> creative(fields);
      case MEDIA_TASK -> media(fields);
      case APPROVAL ->
          put(fields, CustomField.APPROVAL_TIME, Agreement.json(stage, created, draft, dice));
      default -> {}
    }
    odd(fields);
  }

  private void campaign(ObjectNode fields) {
    put(fields, CustomField.OWNER, stage.people().pick(Role.CAMPAIGN, created, dice).json());
    put(fields, CustomField.BRIEF, dice.chance(0.8) ? Adf.talk(dice, stage.people()) : null);
    put(fields, CustomField.REGION, region());
    if (dice.chance(0.7)) {
      Person legal = stage.people().pick(Role.LEGAL, created, dice);
      Person brand = stage.people().pick(Role.CREATIVE, created, dice);
      put(
          fields,
          CustomField.APPROVERS,
          dice.chance(0.6)
              ? Json.array().add(legal.json()).add(brand.json())
              : Json.array().add(legal.json()));
    }
    put(
        fields,
        CustomField.TAGS,
        Json.array()
            .add("fy" + (24 + dice.below(4)))
            .add(dice.chance(0.5) ? "paid" : "owned+earned"));
    fields.put(
        CustomField.LANDING_PAGE.id(),
        "https://example.com/c/" + stage.roster().key(position) + "?utm_source=x&y=%20");
    fields.put(CustomField.CODE.id(), "C-" + dice.between(1000, 9999));
    fields.put(CustomField.COST.id(), dice.between(1, 90_000) / 4.0);
    if (dice.chance(0.5)) {
      fields.put(CustomField.COST_MINUS.id(), -dice.between(1, 500) / 8.0);
      fields.put(CustomField.ROCKET.id(), dice.between(1, 5) * 1.0);
    }
    if (dice.chance(0.2)) {
      fields.put(CustomField.JAPANESE_NAME.id(), "春のキャンペーン " + dice.below(100));
    }
    if (dice.chance(0.3)) {
      fields.put(
          CustomField.EMBARGO.id(),
          Stamps.moment(Rhythm.later(created, 500, stage.zone(), dice), stage.zone()));
    }
    put(fields, CustomField.RELEASE_TRAIN, stage.shelf().versions(Department.MKTG).get(0).json());
  }

  private void creative(ObjectNode fields) {
    List<Option> formats = Choices.some(Choices.FORMATS, 3, dice);
    put(
        fields,
        CustomField.FORMATS,
        formats.isEmpty()
            ? null
            : Json.array().addAll(formats.stream().map(Option::json).toList()));
    put(
        fields,
        CustomField.REVIEW_GROUP,
        Json.object()
            .put("name", "brand-guild")
            .put("groupId", "276f955c-63d7-42c8-9520-92d01dca0625")
            .put("self", Json.self("group?groupId=276f955c-63d7-42c8-9520-92d01dca0625")));
    ObjectNode approved = new Option("10280", "Yes").json();
    put(fields, CustomField.APPROVED, dice.chance(0.5) ? approved : approved.put("disabled", true));
  }

  private void media(ObjectNode fields) {
    fields.put(CustomField.COST.id(), dice.between(100, 2_000_000) / 100.0);
    fields.put(CustomField.IMPRESSIONS.id(), dice.between(1, 900) * 10_000L);
  }

  private void odd(ObjectNode fields) {
    if (stage.roster().is(position, Oddity.FAR_FUTURE)) {
      fields.put(CustomField.EMBARGO.id(), "51502-03-12T08:00:00.000+0000");
    }
    if (stage.roster().is(position, Oddity.EMPTY_TEXTS)) {
      fields.put(CustomField.LANDING_PAGE.id(), "").put(CustomField.CODE.id(), "");
      put(fields, CustomField.TAGS, Json.array());
    }
    if (stage.roster().is(position, Oddity.HUGE_NUMBER)) {
      fields.put(CustomField.IMPRESSIONS.id(), 1e21);
    }
  }

  private JsonNode region() {
    List<Map.Entry<Option, List<Option>>> regions = List.copyOf(Choices.REGIONS.entrySet());
    Map.Entry<Option, List<Option>> region = dice.pick(regions);
    ObjectNode json = region.getKey().json();
    return dice.chance(0.8) ? json.set("child", dice.pick(region.getValue()).json()) : json;
  }

  private String rank() {
    String digits = Integer.toString(position, 36);
    return "0|i" + "0".repeat(Math.max(0, 5 - digits.length())) + digits + ":";
  }

  private static void put(ObjectNode fields, CustomField field, @Nullable JsonNode value) {
    fields.set(field.id(), value);
  }
}
