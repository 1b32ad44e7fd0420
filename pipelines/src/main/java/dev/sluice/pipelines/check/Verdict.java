package dev.sluice.pipelines.check;

/** How a probe came out. */
public enum Verdict {
  OK,
  WARN,
  FAIL,
  /** Not tried, because an earlier probe failed that this one builds on. */
  SKIPPED
}
