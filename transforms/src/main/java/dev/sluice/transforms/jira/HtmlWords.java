package dev.sluice.transforms.jira;

import java.util.regex.Pattern;

/** Finds the first words a person would read on a web page, to name it in a message. */
final class HtmlWords {
  private static final int LONGEST = 120;
  private static final Pattern UNSEEN =
      Pattern.compile("(?is)<!--.*?-->|<(script|style|svg)\\b.*?</\\1\\s*>");
  private static final Pattern TAG = Pattern.compile("(?s)<[^>]*>?");
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cntrl}]+");

  private HtmlWords() {}

  static boolean isHtml(String text) {
    String start = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return start.stripLeading().startsWith("<");
  }

  static String of(String html) {
    return shortened(TAG.matcher(UNSEEN.matcher(html).replaceAll(" ")).replaceAll(" "), LONGEST);
  }

  /** Returns the text on one line, cut to a length. */
  static String shortened(String text, int longest) {
    String line = SPACE.matcher(text).replaceAll(" ").strip();
    return line.length() <= longest ? line : line.substring(0, longest).strip() + "...";
  }
}
