package dev.sluice.transforms.jira;

import java.time.Instant;
import java.util.Optional;

/**
 * Facts about an answer besides its content.
 *
 * @param serverTime the server's clock by its Date header, whole seconds
 * @param sentAt the local clock when the request was sent
 * @param answeredAt the local clock when the answer began
 */
record Arrival(Optional<Instant> serverTime, Instant sentAt, Instant answeredAt) {

  Instant bestServerTime() {
    return serverTime.orElse(answeredAt);
  }
}
