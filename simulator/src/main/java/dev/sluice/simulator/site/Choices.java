package dev.sluice.simulator.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The choices of the select fields. */
final class Choices {
  static final List<Option> CHANNELS =
      options(
          10200, "Email", "Paid Social", "Search", "Display", "Out of Home", "Podcast", "Print");
  static final List<Option> MARKETS =
      options(10220, "DACH", "Nordics", "UK & Ireland", "France", "Iberia", "US", "Japan", "MENA");
  static final List<Option> FORMATS =
      options(10240, "Banner", "Video 15s", "Video 30s", "Landing page", "Newsletter", "Poster");
  static final List<Option> TEAMS = options(10260, "Brand", "Growth", "Lifecycle", "Partner");
  static final Option IMPEDIMENT = new Option("10019", "Impediment");
  static final Map<Option, List<Option>> REGIONS = regions();

  private Choices() {}

  /** One to {@code most} different choices, in their own order. */
  static List<Option> some(List<Option> choices, int most, Dice dice) {
    int wanted = dice.between(1, most);
    int skip = dice.below(choices.size());
    List<Option> chosen = new ArrayList<>();
    for (int position = 0; position < choices.size() && chosen.size() < wanted; position++) {
      if ((position + skip) % 3 != 0) {
        chosen.add(choices.get(position));
      }
    }
    return chosen;
  }

  private static Map<Option, List<Option>> regions() {
    Map<Option, List<Option>> regions =
        new TreeMap<>((left, right) -> left.id().compareTo(right.id()));
    regions.put(new Option("10300", "EMEA"), options(10310, "Germany", "France", "Sweden"));
    regions.put(new Option("10301", "Americas"), options(10320, "United States", "Brazil"));
    regions.put(new Option("10302", "APAC"), options(10330, "Japan", "India", "New Zealand"));
    return regions;
  }

  private static List<Option> options(int firstId, String... values) {
    List<Option> options = new ArrayList<>();
    for (String value : values) {
      options.add(new Option(Integer.toString(firstId + options.size()), value));
    }
    return List.copyOf(options);
  }
}
