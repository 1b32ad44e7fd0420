package dev.sluice.simulator.site;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The statuses of one issue in time, the first at its creation, none after now.
 *
 * @param started when work began, if it did
 * @param finished when it was first done, if it was
 */
record Journey(List<Stop> stops, Optional<Instant> started, Optional<Instant> finished) {

  /** It enters a status. */
  record Stop(Instant at, Status status) {}

  static Journey of(List<Stop> stops) {
    Optional<Instant> started =
        stops.stream()
            .filter(stop -> stop.status().category() == StatusCategory.INDETERMINATE)
            .map(Stop::at)
            .findFirst();
    Optional<Instant> finished =
        stops.stream().filter(stop -> stop.status().isDone()).map(Stop::at).findFirst();
    return new Journey(List.copyOf(stops), started, finished);
  }

  Instant lastStop() {
    return stops.get(stops.size() - 1).at();
  }
}
