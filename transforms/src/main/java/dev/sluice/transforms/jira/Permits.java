package dev.sluice.transforms.jira;

import java.time.Duration;

/** Gives out permits to send one request each, evenly spaced. */
interface Permits {

  /**
   * Asks for the next permit.
   *
   * @throws JiraException.Unavailable when nobody can tell for long: then nothing may be sent
   */
  Turn take(Rate rate);

  /** Tells others who take from the same permits that Jira asked everybody to wait from now. */
  void pause(Duration wait);

  /** How asking for a permit came out. */
  sealed interface Turn {
    /** The permit is the caller's, from then on. */
    record Granted(Duration in) implements Turn {}

    /** None is due; ask again then. */
    record Busy(Duration again) implements Turn {}

    /** Somebody else was asked to wait, and the wait is not over. */
    record Paused(Duration remaining) implements Turn {}
  }
}
