package dev.sluice.pipelines.report;

import java.util.List;
import java.util.Locale;

/** What the sections of a page are put together from. */
final class Parts {

  /** Charts are drawn this wide and stretched to the page; their words stand outside. */
  static final int WIDTH = 1_000;

  private Parts() {}

  static Element section(String title, String lead) {
    return Element.of("section").add(Element.of("h2", title), Element.of("p", lead).as("lead"));
  }

  /** A chart as wide as the page; {@code says} is what it shows, for those who cannot see it. */
  static Element chart(int height, String says) {
    return Element.of("svg")
        .as("chart")
        .with("viewBox", "0 0 " + WIDTH + " " + height)
        .with("preserveAspectRatio", "none")
        .with("width", "100%")
        .with("height", Integer.toString(height))
        .with("role", "img")
        .with("aria-label", says);
  }

  static Element rect(String cssClass, double x, double y, double width, double height) {
    return Element.of("rect")
        .as(cssClass)
        .with("x", coordinate(x))
        .with("y", coordinate(y))
        .with("width", coordinate(width))
        .with("height", coordinate(height));
  }

  static String coordinate(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }

  /** A bar in a table: the share of the longest one, or of all. */
  static Element bar(double share) {
    Element bar =
        Element.of("svg")
            .as("bar")
            .with("viewBox", "0 0 100 10")
            .with("preserveAspectRatio", "none")
            .with("aria-hidden", "true");
    return share <= 0
        ? bar
        : bar.add(rect("data", 0, 0, Math.max(0.5, 100 * Math.min(1, share)), 10));
  }

  /** The words under a chart, from its left end to its right. */
  static Element axis(String... words) {
    Element axis = Element.of("p").as("axis");
    List.of(words).forEach(word -> axis.add(Element.of("span", word)));
    return axis;
  }

  /** The head of a table; a name that ends in {@code #} is over numbers. */
  static Element table(String caption, String... columns) {
    Element head = Element.of("tr");
    for (String column : columns) {
      if (column.isEmpty()) {
        head.add(Element.of("td"));
        continue;
      }
      boolean numbers = column.endsWith("#");
      Element cell =
          Element.of("th", numbers ? column.substring(0, column.length() - 1) : column)
              .with("scope", "col");
      head.add(numbers ? cell.as("n") : cell);
    }
    return Element.of("table")
        .add(Element.of("caption", caption).as("unseen"), Element.of("thead").add(head));
  }

  static Element cell(Element... content) {
    return Element.of("td").add(content);
  }

  static Element number(String text) {
    return Element.of("td", text).as("n");
  }
}
