package dev.sluice.transforms.jira;

/**
 * So many requests a second, and no more.
 *
 * @param perSecond above 0; may be a fraction
 */
record Rate(double perSecond) {

  /** Returns the distance between two requests in nanoseconds, rounded up: never above the rate. */
  long intervalNanos() {
    return (long) Math.ceil(1e9 / perSecond);
  }

  /** Returns how many requests fit into {@link #windowNanos()}. */
  int window() {
    return (int) Math.max(1, Math.min(perSecond, Integer.MAX_VALUE));
  }

  /** Returns the time, a second or about it, in which no more than {@link #window()} are sent. */
  long windowNanos() {
    return window() * intervalNanos();
  }
}
