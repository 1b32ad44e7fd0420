package dev.sluice.schemas.table;

/** To whom a comment or worklog is shown. */
final class Visibility {

  static final String DOC = "Role or group that may see it; null if all may who see the issue.";

  /** A group may be known by its identifier only. */
  static final JsonPath PATH =
      JsonPath.at("visibility", "value").orElse(JsonPath.at("visibility", "identifier"));

  private Visibility() {}
}
