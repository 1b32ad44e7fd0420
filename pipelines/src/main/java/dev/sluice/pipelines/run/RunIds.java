package dev.sluice.pipelines.run;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Names runs so that they sort by their start: {@code 20261124T081500Z-4f2a}. */
public final class RunIds {

  private static final DateTimeFormatter START =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private RunIds() {}

  /** A new name; the random part keeps two runs of one second apart. */
  public static String next(Instant start, RandomGenerator random) {
    return START.format(start) + String.format(Locale.ROOT, "-%04x", random.nextInt(0x10000));
  }
}
