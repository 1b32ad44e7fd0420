package dev.sluice.transforms.jira;

import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many objects are asked for at a time: half as many after an answer that seems to have been
 * too much to send, as many as would have fitted after one too large to hold, and twice as many
 * again, up to the usual size, after each that was neither. For one thread.
 */
final class PageSize {
  /**
   * What a page of more than one object may measure, unpacked. A hundred issues of 30 MB each would
   * fill any heap; fetched a few at a time they do not.
   */
  static final long MOST_BYTES = 64L << 20;

  private static final Logger LOG = LoggerFactory.getLogger(PageSize.class);

  private final int usual;
  private int now;

  PageSize(int usual) {
    this.usual = usual;
    this.now = usual;
  }

  int now() {
    return now;
  }

  /** Returns what the body of the next page may measure at most, in bytes. */
  long mostBytes() {
    return now > 1 ? MOST_BYTES : Long.MAX_VALUE;
  }

  /** Sends the call for the size, and smaller ones while its answers seem to be too much. */
  <T> Outcome<T> send(Exchange exchange, IntFunction<Call<T>> callForSize) {
    while (true) {
      Call<T> call = callForSize.apply(now);
      Outcome<T> outcome = exchange.send(now == 1 ? call : call.divisible(now == usual ? 1 : 0));
      if (outcome instanceof Outcome.Page) {
        now = (int) Math.min(usual, 2L * now);
        return outcome;
      }
      if (!outcome.seemsTooMuch() || now == 1) {
        return outcome;
      }
      now = smaller(outcome);
      LOG.warn("A page of {} seems to have been too much; asking for {}.", call, now);
    }
  }

  private int smaller(Outcome<?> outcome) {
    return outcome instanceof Outcome.Oversized<?> oversized
        ? Math.max(1, Math.min(now / 2, oversized.fitting()))
        : now / 2;
  }
}
