package dev.sluice.simulator.site;

/** Writes stretches of work: weeks have five days, days eight hours. */
public final class WorkTime {
  private static final int DAY_HOURS = 8;

  private WorkTime() {}

  /** {@code 1w 2d 3h 4m}; seconds are dropped. */
  public static String words(int seconds) {
    int minutes = seconds / 60;
    int[] sizes = {5 * DAY_HOURS * 60, DAY_HOURS * 60, 60, 1};
    String units = "wdhm";
    StringBuilder words = new StringBuilder();
    for (int unit = 0; unit < sizes.length; unit++) {
      if (minutes >= sizes[unit]) {
        words
            .append(words.length() == 0 ? "" : " ")
            .append(minutes / sizes[unit])
            .append(units.charAt(unit));
        minutes %= sizes[unit];
      }
    }
    return words.length() == 0 ? "0m" : words.toString();
  }
}
