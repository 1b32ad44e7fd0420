package dev.sluice.simulator.site;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The projects of the department; one has a key that is a word of JQL, one is archived. */
enum Department {
  MKTG("10000", "Marketing Campaigns", "Campaigns", "classic"),
  CREA("10001", "Creative Studio", "Production", "classic"),
  MEDIA("10002", "Media Buying", "Production", "classic"),
  EVNT("10003", "Events & Fairs", "Campaigns", "next-gen"),
  DO("10004", "Digital Operations", "Operations", "classic"),
  PRINT("10005", "Print (until 2019)", "Operations", "classic");

  private static final Forms<Department> FORMS = new Forms<>(Department::write);

  private final String id;
  private final String label;
  private final String category;
  private final String style;

  Department(String id, String label, String category, String style) {
    this.id = id;
    this.label = label;
    this.category = category;
    this.style = style;
  }

  String id() {
    return id;
  }

  String label() {
    return label;
  }

  boolean isArchived() {
    return this == PRINT;
  }

  /** As the {@code project} field of an issue holds it. */
  ObjectNode json() {
    return FORMS.of(this);
  }

  private ObjectNode write() {
    ObjectNode json =
        Json.object()
            .put("self", Json.self("project/" + id))
            .put("id", id)
            .put("key", name())
            .put("name", label)
            .put("projectTypeKey", "software")
            .put("simplified", style.equals("next-gen"));
    json.set("avatarUrls", Avatars.of("projectavatar?pid=" + id));
    json.set("projectCategory", categoryJson());
    return json;
  }

  /** As {@code scope} of a field, status or issue type that belongs to this project alone. */
  ObjectNode scope() {
    return Json.object().put("type", "PROJECT").set("project", Json.object().put("id", id));
  }

  String style() {
    return style;
  }

  private ObjectNode categoryJson() {
    String categoryId =
        category.equals("Campaigns") ? "10100" : category.equals("Production") ? "10101" : "10102";
    return Json.named("projectCategory", categoryId, category).put("description", "");
  }
}
