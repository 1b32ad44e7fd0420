package dev.sluice.transforms.jira;

import java.io.Serializable;
import java.time.Duration;

/**
 * Bounds how long one request may take, so that no answer can hold a thread for ever.
 *
 * @param connect until the connection stands
 * @param silence between two pieces of an answer, also before the first
 * @param whole for the whole answer, however steadily it drips
 */
public record Timeouts(Duration connect, Duration silence, Duration whole) implements Serializable {

  /** Suits a Jira that needs a minute to think about a page and minutes to send it. */
  public static final Timeouts STANDARD =
      new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(90), Duration.ofMinutes(10));
}
