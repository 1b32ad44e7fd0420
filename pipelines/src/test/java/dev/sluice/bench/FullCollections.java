package dev.sluice.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The full collections in the log of a JVM.
 *
 * @param lastSecond when the log ends, seconds since the JVM started
 */
record FullCollections(List<Collection> collections, double lastSecond) {

  private static final Pattern LINE =
      Pattern.compile("\\[(\\d+[.,]\\d+)s].*Pause Full.* \\d+M->(\\d+)M\\(\\d+M\\).*");
  private static final Pattern TIME = Pattern.compile("\\[(\\d+[.,]\\d+)s].*");

  /** What was alive when. */
  record Collection(double second, double megabytes) {}

  /** Reads the output of {@code -Xlog:gc}. */
  static FullCollections in(List<String> log) {
    List<Collection> collections = new ArrayList<>();
    double last = 0;
    for (String line : log) {
      Matcher time = TIME.matcher(line);
      last = time.matches() ? seconds(time) : last;
      Matcher full = LINE.matcher(line);
      if (full.matches()) {
        collections.add(new Collection(seconds(full), Double.parseDouble(full.group(2))));
      }
    }
    return new FullCollections(collections, last);
  }

  /**
   * Live heap in each quarter of the time; a quarter without a collection is like the one before.
   */
  List<Double> medianOfQuarters() {
    List<Double> medians = new ArrayList<>();
    double before = 0;
    for (int quarter = 0; quarter < 4; quarter++) {
      double from = lastSecond * quarter / 4;
      double to = lastSecond * (quarter + 1) / 4;
      List<Double> live =
          collections.stream()
              .filter(collection -> collection.second() > from && collection.second() <= to)
              .map(Collection::megabytes)
              .toList();
      before = live.isEmpty() ? before : Spread.of(live).median();
      medians.add(before);
    }
    return medians;
  }

  private static double seconds(Matcher line) {
    return Double.parseDouble(line.group(1).replace(',', '.'));
  }
}
