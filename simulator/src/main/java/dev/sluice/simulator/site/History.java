package dev.sluice.simulator.site;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was changed at one moment.
 *
 * @param author nobody when it was done without a login
 */
record History(Instant at, Optional<Person> author, List<Item> items) {

  /** One field of it. */
  record Item(Tracked field, Cell from, Cell to) {}
}
