package dev.sluice.simulator.site;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The picture that Jira adds to people and projects; one size of four, to keep answers small. */
final class Avatars {
  private Avatars() {}

  static ObjectNode of(String picture) {
    return Json.object().put("48x48", Json.address("/secure/" + picture));
  }
}
