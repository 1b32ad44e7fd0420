package dev.sluice.transforms.state;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Issue ids as numbers. Jira's ids are decimal numbers and stand for themselves; any other text,
 * which tables allow, is given a negative one.
 */
final class IssueNumbers {

  private static final int MOST_DIGITS = 18;

  private final Map<String, Long> others = new HashMap<>();

  /** The number of an id, which is known from now on. */
  long of(CharSequence id) {
    long number = decimal(id);
    return number >= 0
        ? number
        : others.computeIfAbsent(id.toString(), text -> -1L - others.size());
  }

  /** The number of an id, unless it is no decimal number and nobody has asked for it before. */
  OptionalLong find(CharSequence id) {
    long number = decimal(id);
    if (number >= 0) {
      return OptionalLong.of(number);
    }
    Long other = others.get(id.toString());
    return other == null ? OptionalLong.empty() : OptionalLong.of(other);
  }

  /** Negative when the text is not the one way to write a number: 007 is not 7. */
  private static long decimal(CharSequence id) {
    int length = id.length();
    if (length == 0 || length > MOST_DIGITS || (length > 1 && id.charAt(0) == '0')) {
      return -1;
    }
    long number = 0;
    for (int i = 0; i < length; i++) {
      int digit = id.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = 10 * number + digit;
    }
    return number;
  }
}
