package dev.sluice.simulator.site;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A choice of a select field. */
record Option(String id, String value) {

  ObjectNode json() {
    return Json.object()
        .put("self", Json.self("customFieldOption/" + id))
        .put("value", value)
        .put("id", id);
  }
}
