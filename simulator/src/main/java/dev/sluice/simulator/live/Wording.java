package dev.sluice.simulator.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.site.Stamps;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value as histories write it.
 *
 * @param accountId of a person, whom histories of Data Center know by the key
 */
record Wording(@Nullable String id, @Nullable String text, @Nullable String accountId) {
  static final Wording NOTHING = new Wording(null, null, null);

  static Wording of(@Nullable String id, @Nullable String text) {
    return new Wording(id, text, null);
  }

  static Wording same(String text) {
    return of(text, text);
  }

  /** The value of a field of this schema. */
  static Wording of(JsonNode value, JsonNode schema, ZoneId zone) {
    if (value.isArray()) {
      return list(value, schema);
    }
    if (value.isObject()) {
      return object(value);
    }
    if (value.isNull() || value.isMissingNode() || value.asText().isEmpty()) {
      return NOTHING;
    }
    return switch (schema.path("type").asText()) {
      case "date" -> day(value.asText(), schema);
      case "datetime" ->
          of(
              value.asText(),
              Stamps.parse(value.asText())
                  .map(moment -> Stamps.shortMoment(moment, zone))
                  .orElse(value.asText()));
      default -> of(null, value.isNumber() ? plain(value.decimalValue()) : value.asText());
    };
  }

  /** Something with an id and a name, or nothing. */
  static Wording named(JsonNode value) {
    return value.isObject() ? of(value.path("id").asText(), value.path("name").asText()) : NOTHING;
  }

  boolean isEmpty() {
    return textOrEmpty().isEmpty();
  }

  private static Wording object(JsonNode value) {
    if (value.has("displayName")) {
      String accountId = value.path("accountId").asText(null);
      return new Wording(
          value.path("key").asText(accountId), value.path("displayName").asText(), accountId);
    }
    if (value.path("type").asText().equals("doc")) {
      return of(null, words(value));
    }
    if (value.has("value")) {
      return value.has("child")
          ? of(
              null,
              "Parent values: " + level(value) + "Level 1 values: " + level(value.path("child")))
          : of(value.path("id").asText(), value.path("value").asText());
    }
    return value.has("name") ? named(value) : of(null, value.toString());
  }

  private static Wording list(JsonNode value, JsonNode schema) {
    if (schema.path("items").asText().equals("string")) {
      return of("", join(value, " ", JsonNode::asText));
    }
    if (value.isEmpty()) {
      return of("", "");
    }
    boolean sprints = schema.path("custom").asText().endsWith(":gh-sprint");
    String ids = join(value, ", ", element -> element.path("id").asText());
    String texts = join(value, sprints ? ", " : ",", element -> object(element).textOrEmpty());
    return of(sprints ? ids : "[" + ids + "]", texts);
  }

  private String textOrEmpty() {
    return text == null ? "" : text;
  }

  /** The due date has a time of day that means nothing; dates of custom fields are short. */
  private static Wording day(String day, JsonNode schema) {
    try {
      return of(
          day, schema.has("custom") ? Stamps.shortDay(LocalDate.parse(day)) : day + " 00:00:00.0");
    } catch (DateTimeException notADay) {
      return of(day, day);
    }
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static String level(JsonNode option) {
    return option.path("value").asText() + "(" + option.path("id").asText() + ")";
  }

  private static String words(JsonNode document) {
    List<String> words = new ArrayList<>();
    document.findValues("text").forEach(text -> words.add(text.asText()));
    return String.join(" ", words);
  }

  private static String join(JsonNode values, String separator, Function<JsonNode, String> text) {
    StringJoiner joined = new StringJoiner(separator);
    values.forEach(value -> joined.add(text.apply(value)));
    return joined.toString();
  }

  void write(ObjectNode item, String idName, String textName) {
    item.put(idName, id).put(textName, text);
  }
}
