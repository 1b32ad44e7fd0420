package dev.sluice.schemas.field;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A name in which {@code *} stands for any letters. Capitals do not matter.
 *
 * @param text as it was written
 */
public record NamePattern(String text) {

  /** Returns whether the whole name is like this. */
  public boolean matches(String name) {
    String regex =
        Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\*", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));
    return Pattern.compile(regex, Pattern.DOTALL).matcher(name.toLowerCase(Locale.ROOT)).matches();
  }

  /** Returns whether it may mean several names. */
  public boolean isOpen() {
    return text.contains("*");
  }
}
