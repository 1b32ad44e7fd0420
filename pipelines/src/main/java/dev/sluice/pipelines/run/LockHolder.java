package dev.sluice.pipelines.run;

import java.time.Instant;

/**
 * Who is writing a warehouse.
 *
 * @param startedAt UTC
 * @param heartbeatAt when the holder last said that it is alive, UTC, by its own clock
 */
record LockHolder(String runId, String host, long pid, Instant startedAt, Instant heartbeatAt) {

  LockHolder aliveAt(Instant now) {
    return new LockHolder(runId, host, pid, startedAt, now);
  }

  String describe() {
    return "run " + runId + " (process " + pid + " on " + host + ", since " + startedAt + ")";
  }
}
