package dev.sluice.pipelines.cli;

import java.util.ArrayList;
import java.util.List;

/** Text of several lines in which names and figures stand below each other. */
final class Lines {

  private final List<String> lines = new ArrayList<>();
  private final int nameWidth;

  Lines(int nameWidth) {
    this.nameWidth = nameWidth;
  }

  Lines line(String text) {
    lines.add(text);
    return this;
  }

  /** A name and what there is to say about it. */
  Lines entry(String name, String text) {
    return line("  " + left(name, nameWidth) + "  " + text);
  }

  static String left(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }

  @Override
  public String toString() {
    return String.join(System.lineSeparator(), lines);
  }
}
