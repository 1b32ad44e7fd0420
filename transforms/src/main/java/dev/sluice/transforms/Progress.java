package dev.sluice.transforms;

import dev.sluice.transforms.jira.RequestStats;
import java.util.concurrent.atomic.LongAdder;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;

/** The counters a running pipeline shows. Their names are what the progress line looks for. */
public final class Progress {

  /** The namespace of the counters. */
  public static final String NAMESPACE = "sluice";

  static final Counter SHARDS_DONE = Metrics.counter(NAMESPACE, "shards_done");
  private static final Counter ISSUES_READ = Metrics.counter(NAMESPACE, "issues_read");
  private static final Counter REQUESTS = Metrics.counter(NAMESPACE, "requests");
  private static final Counter REQUESTS_RETRIED = Metrics.counter(NAMESPACE, "requests_retried");
  private static final Counter THROTTLED_MS = Metrics.counter(NAMESPACE, "throttled_ms");

  /**
   * The one counter by which Dataflow learns that a worker waits for a limit, Jira's or that of the
   * budget, which no worker more would lift: it then adds none (Metrics.THROTTLE_TIME_NAMESPACE of
   * Beam's core).
   */
  private static final Counter THROTTLING_MSECS =
      Metrics.counter(Metrics.THROTTLE_TIME_NAMESPACE, Metrics.THROTTLE_TIME_COUNTER_NAME);

  private static final LongAdder RECEIVED_IN_THIS_JVM = new LongAdder();

  private Progress() {}

  /**
   * Issues that this JVM was sent since it started. A runner inside the JVM shows its counters only
   * when a shard has ended; this one moves with every page.
   */
  public static long receivedInThisJvm() {
    return RECEIVED_IN_THIS_JVM.sum();
  }

  /** Adds the issues of a page. */
  static void received(long issues) {
    ISSUES_READ.inc(issues);
    RECEIVED_IN_THIS_JVM.add(issues);
  }

  /** Adds what a reader has asked and waited since it last said so. */
  static void requested(RequestStats spent) {
    REQUESTS.inc(spent.requests());
    REQUESTS_RETRIED.inc(spent.retries());
    THROTTLED_MS.inc(spent.throttled().toMillis());
    THROTTLING_MSECS.inc(spent.throttled().plus(spent.queued()).toMillis());
  }
}
