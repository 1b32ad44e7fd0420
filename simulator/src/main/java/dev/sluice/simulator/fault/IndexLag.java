package dev.sluice.simulator.fault;

import java.time.Duration;

/** A search index that runs behind: it finds issues by what they were. */
record IndexLag(Duration indexLag) implements FaultRule {}
