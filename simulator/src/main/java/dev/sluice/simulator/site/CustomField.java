package dev.sluice.simulator.site;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** The custom fields of the department; some names collide with each other or with Jira's own. */
enum CustomField {
  DEVELOPMENT(10000, "Development", "any", null, Plugins.DEV_STATUS),
  TEAM(10001, "Team", "team", null, Plugins.TYPES + "atlassian-team"),
  EPIC_LINK(10014, "Epic Link", "any", null, Plugins.GREENHOPPER + "gh-epic-link"),
  RANK(10019, "Rank", "any", null, Plugins.GREENHOPPER + "gh-lexo-rank"),
  SPRINT(10020, "Sprint", "array", "json", Plugins.GREENHOPPER + "gh-sprint"),
  FLAGGED(10021, "Flagged", "array", "option", Plugins.TYPES + "multicheckboxes"),
  STORY_POINTS(10026, "Story Points", "number", null, Plugins.TYPES + "float"),
  BUDGET(10042, "Campaign Budget", "number", null, Plugins.TYPES + "float"),
  LAUNCH_DATE(10043, "Launch Date", "date", null, Plugins.TYPES + "datepicker"),
  ACTUAL_LAUNCH(10044, "Actual Launch", "date", null, Plugins.TYPES + "datepicker"),
  CHANNEL(10045, "Channel", "option", null, Plugins.TYPES + "select"),
  MARKETS(10046, "Target Markets", "array", "option", Plugins.TYPES + "multiselect"),
  GO_LIVE(10047, "Go-Live", "datetime", null, Plugins.TYPES + "datetime"),
  OWNER(10048, "Campaign Owner", "user", null, Plugins.TYPES + "userpicker"),
  BRIEF(10049, "Brief", "string", null, Plugins.TYPES + "textarea"),
  REGION(10050, "Region", "option-with-child", null, Plugins.TYPES + "cascadingselect"),
  APPROVERS(10051, "Approvers", "array", "user", Plugins.TYPES + "multiuserpicker"),
  TAGS(10052, "Campaign Tags", "array", "string", Plugins.TYPES + "labels"),
  LANDING_PAGE(10053, "Landing Page", "string", null, Plugins.TYPES + "url"),
  APPROVAL_TIME(10054, "Time to approval", "sd-servicelevelagreement", null, Plugins.SLA),
  CODE(10055, "Key", "string", null, Plugins.TYPES + "textfield"),
  COST(10056, "Cost €", "number", null, Plugins.TYPES + "float"),
  COST_MINUS(10057, "cost-", "number", null, Plugins.TYPES + "float"),
  JAPANESE_NAME(10058, "キャンペーン名", "string", null, Plugins.TYPES + "textfield"),
  ROCKET(10059, "🚀", "number", null, Plugins.TYPES + "float"),
  FORMATS(10060, "Creative Formats", "array", "option", Plugins.TYPES + "multicheckboxes"),
  EMBARGO(10061, "Embargo until", "datetime", null, Plugins.TYPES + "datetime"),
  IMPRESSIONS(10062, "Impressions Target", "number", null, Plugins.TYPES + "float"),
  RELEASE_TRAIN(10063, "Release train", "version", null, Plugins.TYPES + "version"),
  REVIEW_GROUP(10064, "Review group", "group", null, Plugins.TYPES + "grouppicker"),
  APPROVED(10065, "Brand approved?", "option", null, Plugins.TYPES + "radiobuttons"),
  VENUE(
      10066,
      "Venue (m²) / seats, 2024 – naming as agreed with \"Facilities\"",
      "string",
      null,
      Plugins.TYPES + "textfield"),
  EVENT_POINTS(10234, "Story Points", "number", null, Plugins.GREENHOPPER + "jsw-story-points");

  private final int number;
  private final String label;
  private final String type;
  private final @Nullable String items;
  private final String custom;

  CustomField(int number, String label, String type, @Nullable String items, String custom) {
    this.number = number;
    this.label = label;
    this.type = type;
    this.items = items;
    this.custom = custom;
  }

  String id() {
    return "customfield_" + number;
  }

  /** As {@code /field} answers. */
  ObjectNode json() {
    ArrayNode clauses = Json.array().add("cf[" + number + "]").add(label);
    if (type.equals("option") || type.equals("string")) {
      clauses.add(label + "[" + custom.substring(custom.indexOf(':') + 1) + "]");
    }
    ObjectNode schema = Json.object().put("type", type);
    if (items != null) {
      schema.put("items", items);
    }
    ObjectNode json =
        Json.object()
            .put("id", id())
            .put("key", id())
            .put("name", label)
            .put("untranslatedName", label)
            .put("custom", true)
            .put("orderable", true)
            .put("navigable", true)
            .put("searchable", true);
    json.set("clauseNames", clauses);
    if (this == EVENT_POINTS) {
      json.set("scope", Department.EVNT.scope());
    }
    return json.set("schema", schema.put("custom", custom).put("customId", number));
  }

  /** The plug-ins the types come from. */
  private static final class Plugins {
    static final String TYPES = "com.atlassian.jira.plugin.system.customfieldtypes:";
    static final String GREENHOPPER = "com.pyxis.greenhopper.jira:";
    static final String DEV_STATUS =
        "com.atlassian.jira.plugins.jira-development-integration-plugin:devsummarycf";
    static final String SLA = "com.atlassian.servicedesk:sd-sla-field";

    private Plugins() {}
  }
}
