package dev.sluice.schemas.history;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.schemas.type.Structs;
import dev.sluice.schemas.value.NamedValue;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a field are written in a changelog, as id and text.
 *
 * @param writer the current value as the changelog would write it
 * @param normal what two texts of one value have in common
 * @param aliases properties of the value a changelog may name it by instead of its id
 * @param isRichText whether the value is long text, kept in table {@code issue} only while it never
 *     changes
 * @param isByMember whether a change adds or removes one member of a list
 */
record ValueForm(
    Writer writer, Normal normal, List<String> aliases, boolean isRichText, boolean isByMember) {

  /** Writes values as a changelog does. */
  @FunctionalInterface
  interface Writer {

    /** Returns the value, without id and text for none; null where no changelog could say it. */
    @Nullable NamedValue write(JsonNode value);
  }

  /** Finds what is compared. */
  @FunctionalInterface
  interface Normal {

    /** Returns what is compared; null for text, such as a local form of a day, nobody can read. */
    @Nullable String of(String text);
  }

  static final NamedValue EMPTY = new NamedValue(null, null);

  static final ValueForm TEXT = plain(ChangelogText::text, ChangelogText::lines);
  static final ValueForm RICH_TEXT =
      new ValueForm(ChangelogText::text, ChangelogText::lines, List.of(), true, false);
  static final ValueForm NUMBER = plain(ChangelogText::number, ChangelogText::decimal);
  static final ValueForm SECONDS = plain(ChangelogText::same, ChangelogText::decimal);
  static final ValueForm DUE_DATE = plain(ChangelogText::midnight, ChangelogText::day);
  static final ValueForm DAY = plain(ChangelogText::same, ChangelogText::day);
  static final ValueForm INSTANT = plain(ChangelogText::same, ChangelogText::instant);
  static final ValueForm REFERENCE = plain(value -> NamedValue.of(Structs.REFERENCE, value));
  static final ValueForm OPTION = plain(value -> NamedValue.of(Structs.OPTION, value));
  static final ValueForm GROUP = plain(value -> NamedValue.of(Structs.GROUP, value));
  static final ValueForm CASCADING = plain(ChangelogText::levels, ChangelogText::optionIds);
  static final ValueForm ISSUE = plain(ChangelogText::issue);
  static final ValueForm LABELS = plain(ChangelogText::words, ChangelogText::wordSet);
  static final ValueForm SPRINTS = plain(ChangelogLists::sprints);

  /** Old servers name people by their login, and often say nothing else about them. */
  static final ValueForm PERSON =
      new ValueForm(
          value -> NamedValue.of(Structs.USER, value),
          ChangelogText::lines,
          List.of("accountId", "key", "name"),
          false,
          false);

  static final ValueForm MEMBERS =
      new ValueForm(value -> null, ChangelogText::lines, List.of(), false, true);

  /** Of values no changelog form is known for: what it says of them is kept, nothing added. */
  static final ValueForm UNKNOWN = plain(value -> null);

  static ValueForm plain(Writer writer) {
    return plain(writer, ChangelogText::lines);
  }

  static ValueForm plain(Writer writer, Normal normal) {
    return new ValueForm(writer, normal, List.of(), false, false);
  }

  /** Returns the value as the changelog would write it; null where it could not. */
  @Nullable NamedValue written(JsonNode value) {
    return value.isNull() || value.isMissingNode() ? EMPTY : writer.write(value);
  }

  /** Returns whether the changelog's value may be the current one. */
  boolean agrees(NamedValue replayed, JsonNode value) {
    NamedValue current = written(value);
    if (current == null) {
      return true;
    }
    if (isEmpty(replayed) || isEmpty(current)) {
      return isEmpty(replayed) == isEmpty(current);
    }
    if (isFilled(replayed.id()) && isFilled(current.id())) {
      return agreeing(replayed.id(), current.id()) || isAlias(replayed.id(), value);
    }
    String text = isFilled(replayed.text()) ? replayed.text() : replayed.id();
    String now = isFilled(current.text()) ? current.text() : current.id();
    return agreeing(text, now) || isAlias(text, value);
  }

  private boolean agreeing(@Nullable String replayed, @Nullable String current) {
    String left = replayed == null ? null : normal.of(replayed);
    String right = current == null ? null : normal.of(current);
    return left == null || right == null || left.equals(right) || ids(left).equals(ids(right));
  }

  /** Jira lower-cases the logins it writes down, and old servers identify people by them. */
  private boolean isAlias(@Nullable String replayed, JsonNode value) {
    return aliases.stream()
        .anyMatch(alias -> value.path(alias).asText().equalsIgnoreCase(replayed));
  }

  static boolean isEmpty(NamedValue value) {
    return !isFilled(value.id()) && !isFilled(value.text());
  }

  static boolean isFilled(@Nullable String text) {
    return text != null && !text.isEmpty();
  }

  /** Lists of ids are written {@code [1, 2]}, {@code 1, 2} or {@code 1,2}. */
  static Set<String> ids(String list) {
    String bare =
        list.startsWith("[") && list.endsWith("]") ? list.substring(1, list.length() - 1) : list;
    return Arrays.stream(bare.split(",", -1)).map(String::strip).collect(Collectors.toSet());
  }
}
