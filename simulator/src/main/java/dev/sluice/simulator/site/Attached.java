package dev.sluice.simulator.site;

import java.time.Instant;

/** The metadata of a file. */
record Attached(long id, Instant at, Person author, String filename, long bytes, String mimeType) {}
