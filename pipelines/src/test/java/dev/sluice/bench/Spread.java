package dev.sluice.bench;

import java.util.List;
import java.util.Locale;

/** Repeated measurements: the middle one counts, the outer ones say how far to trust it. */
record Spread(List<Double> sorted) {

  static Spread of(List<Double> values) {
    return new Spread(values.stream().sorted().toList());
  }

  double median() {
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  String percent() {
    return String.format(
        Locale.ROOT,
        "%.0f %% (min %.0f, max %.0f, %d pairs)",
        100 * median(),
        100 * sorted.get(0),
        100 * sorted.get(sorted.size() - 1),
        sorted.size());
  }

  String times() {
    return String.format(
        Locale.ROOT,
        "%.2f times (min %.2f, max %.2f, %d pairs)",
        median(),
        sorted.get(0),
        sorted.get(sorted.size() - 1),
        sorted.size());
  }
}
