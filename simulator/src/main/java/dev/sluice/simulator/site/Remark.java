package dev.sluice.simulator.site;

import java.time.Instant;
import java.util.Optional;

/**
 * A comment.
 *
 * @param edited when and by whom it was changed last, if it was
 * @param topic chooses its words
 */
record Remark(Instant at, Person author, Optional<Edit> edited, int topic) {

  /** A later change of it. */
  record Edit(Instant at, Person author) {}

  Instant updated() {
    return edited.map(Edit::at).orElse(at);
  }
}
