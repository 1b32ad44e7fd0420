package dev.sluice.simulator.site;

import java.time.Instant;

/**
 * A worklog.
 *
 * @param started when the work began, which may be long before it was logged
 * @param at when it was logged
 */
record Effort(Instant started, Instant at, Person author, long seconds, int topic) {}
