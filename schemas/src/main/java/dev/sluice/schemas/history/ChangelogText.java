package dev.sluice.schemas.history;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.schemas.value.NamedValue;
import dev.sluice.schemas.value.Timestamps;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Single values as changelogs write them, and what is compared of them. */
final class ChangelogText {

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern OPTION_ID = Pattern.compile("\\((\\d+)\\)");

  /** Written out, a number such as 1e999999999 would fill the memory. */
  private static final int MAX_DIGITS = 400;

  private ChangelogText() {}

  /** Documents of Cloud stand in changelogs as wiki text, which nobody can derive from them. */
  static @Nullable NamedValue text(JsonNode value) {
    return value.isValueNode() ? new NamedValue(null, value.asText()) : null;
  }

  /** Changelogs write whole numbers without a fraction. */
  static NamedValue number(JsonNode value) {
    String text = value.asText();
    return new NamedValue(null, value.isNumber() ? decimal(text) : text);
  }

  static NamedValue same(JsonNode value) {
    return new NamedValue(value.asText(), value.asText());
  }

  static NamedValue midnight(JsonNode value) {
    return new NamedValue(value.asText(), value.asText() + " 00:00:00.0");
  }

  static NamedValue issue(JsonNode value) {
    return new NamedValue(scalar(value.path("id")), scalar(value.path("key")));
  }

  static @Nullable NamedValue words(JsonNode value) {
    return value.isArray() ? new NamedValue(null, String.join(" ", texts(value))) : null;
  }

  /** Parent and child of a cascading list, by name and id. */
  static NamedValue levels(JsonNode value) {
    JsonNode child = value.path("child");
    String parent = "Parent values: " + level(value);
    return new NamedValue(
        null, child.isObject() ? parent + "Level 1 values: " + level(child) : parent);
  }

  private static String level(JsonNode option) {
    return option.path("value").asText() + "(" + option.path("id").asText() + ")";
  }

  static String lines(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n').strip();
  }

  static String decimal(String text) {
    try {
      BigDecimal number = new BigDecimal(text.strip());
      if (Math.abs((long) number.scale()) > MAX_DIGITS) {
        return text;
      }
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    } catch (NumberFormatException e) {
      return text;
    }
  }

  /** Texts show days in the language of whoever changed them. */
  static @Nullable String day(String text) {
    String day = text.length() > 10 ? text.substring(0, 10) : text;
    return DAY.matcher(day).matches() ? day : null;
  }

  static @Nullable String instant(String text) {
    long micros = Timestamps.micros(text);
    return micros == Timestamps.NONE ? null : Long.toString(micros);
  }

  static String optionIds(String text) {
    return OPTION_ID.matcher(text).results().map(found -> found.group(1)).toList().toString();
  }

  static String wordSet(String text) {
    return new TreeSet<>(List.of(text.strip().split("\\s+"))).toString();
  }

  static @Nullable String scalar(JsonNode value) {
    if (value.isNull() || value.isMissingNode()) {
      return null;
    }
    return value.isValueNode() ? value.asText() : value.toString();
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>(list.size());
    list.forEach(element -> texts.add(element.asText()));
    return texts;
  }
}
