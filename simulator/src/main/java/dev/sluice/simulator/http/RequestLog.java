package dev.sluice.simulator.http;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Every request the simulator received, in order of arrival: what a client did, as the server saw
 * it. Safe for use by several threads; every method is a snapshot.
 */
public final class RequestLog {
  /**
   * One request.
   *
   * @param arrivalNanos {@link System#nanoTime()} when its last byte was read
   * @param arrivedAt the simulator's clock at that moment
   * @param endpoint method and path template, such as {@code GET /rest/api/3/issue/{issue}}
   * @param status the status answered; 0 when the connection was reset instead
   */
  public record Entry(
      long arrivalNanos,
      Instant arrivedAt,
      String method,
      String path,
      String endpoint,
      int status) {}

  private final List<Entry> entries = new ArrayList<>();
  private int inFlight;
  private int peak;

  /** Notes that a request is being worked on. */
  public synchronized void arrived() {
    inFlight++;
    peak = Math.max(peak, inFlight);
  }

  /** Notes that it was answered. */
  public synchronized void answered(Entry entry) {
    inFlight--;
    entries.add(entry);
  }

  /** All requests by arrival. */
  public synchronized List<Entry> entries() {
    List<Entry> sorted = new ArrayList<>(entries);
    sorted.sort((a, b) -> Long.compare(a.arrivalNanos(), b.arrivalNanos()));
    return List.copyOf(sorted);
  }

  public synchronized int size() {
    return entries.size();
  }

  /** How often each endpoint was called, by its template. */
  public Map<String, Long> countsByEndpoint() {
    return entries().stream()
        .collect(Collectors.groupingBy(Entry::endpoint, TreeMap::new, Collectors.counting()));
  }

  /** How often each status was answered. */
  public Map<Integer, Long> countsByStatus() {
    return entries().stream()
        .collect(Collectors.groupingBy(Entry::status, TreeMap::new, Collectors.counting()));
  }

  /** The most requests that arrived in any window of this length, wherever it starts. */
  public int mostWithin(Duration window) {
    List<Entry> sorted = entries();
    int most = 0;
    int first = 0;
    for (int last = 0; last < sorted.size(); last++) {
      while (sorted.get(last).arrivalNanos() - sorted.get(first).arrivalNanos()
          >= window.toNanos()) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }

  /** The most requests that were worked on at the same time. */
  public synchronized int peakConcurrency() {
    return peak;
  }

  /** Forgets everything, so that a test can look at one phase alone. */
  public synchronized void clear() {
    entries.clear();
    peak = inFlight;
  }
}
