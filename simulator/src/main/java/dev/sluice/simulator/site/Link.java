package dev.sluice.simulator.site;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * A link between two issues, by their positions in the roster.
 *
 * @param at when it was made
 */
record Link(long id, Type type, int from, int to, Instant at) {

  /** What a link says in either direction. */
  enum Type {
    BLOCKS("10000", "Blocks", "is blocked by", "blocks"),
    RELATES("10003", "Relates", "relates to", "relates to"),
    CLONERS("10001", "Cloners", "is cloned by", "clones");

    private final String id;
    private final String label;
    private final String inward;
    private final String outward;

    Type(String id, String label, String inward, String outward) {
      this.id = id;
      this.label = label;
      this.inward = inward;
      this.outward = outward;
    }

    ObjectNode json() {
      return Json.named("issueLinkType", id, label).put("inward", inward).put("outward", outward);
    }
  }

  boolean isOutwardFor(int position) {
    return from == position;
  }

  int otherEnd(int position) {
    return from == position ? to : from;
  }

  /** The words between the issue at that position and the other one. */
  String words(int position) {
    return isOutwardFor(position) ? type.outward : type.inward;
  }
}
