package dev.sluice.pipelines.config;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Days as people write them: {@code mon-fri}, {@code sat,sun}, {@code fri-mon}, {@code daily}. */
final class Weekdays {

  private static final List<String> NAMES =
      List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

  private Weekdays() {}

  /** The days, or empty when the text names none. */
  static Optional<Set<DayOfWeek>> parse(String text) {
    String words = text.toLowerCase(Locale.ROOT).strip();
    if (words.equals("daily")) {
      return Optional.of(EnumSet.allOf(DayOfWeek.class));
    }
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String range : words.split("\\s*,\\s*", -1)) {
      List<String> ends = List.of(range.split("\\s*-\\s*", -1));
      int first = NAMES.indexOf(ends.get(0));
      int last = NAMES.indexOf(ends.get(ends.size() - 1));
      if (first < 0 || last < 0 || ends.size() > 2) {
        return Optional.empty();
      }
      for (int i = 0; i <= Math.floorMod(last - first, NAMES.size()); i++) {
        days.add(DayOfWeek.of((first + i) % NAMES.size() + 1));
      }
    }
    return Optional.of(days);
  }
}
