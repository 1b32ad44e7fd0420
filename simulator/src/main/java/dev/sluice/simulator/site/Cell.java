package dev.sluice.simulator.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The value of a field: as an id and a text, which is how the history writes it, and as JSON.
 *
 * @param accountId of a person, whose id in the history is the key
 */
record Cell(
    @Nullable String id,
    @Nullable String text,
    @Nullable String accountId,
    Supplier<JsonNode> json) {
  /** No value, in fields that write it as null. */
  static final Cell NULL = new Cell(null, null, null, NullNode::getInstance);

  /** No value, in fields that write it as an empty text. */
  static final Cell BLANK = new Cell("", "", null, NullNode::getInstance);

  private Cell(@Nullable String id, @Nullable String text, Supplier<JsonNode> json) {
    this(id, text, null, json);
  }

  static Cell of(Status status) {
    return new Cell(status.id(), status.label(), status::json);
  }

  static Cell of(Priority priority) {
    return new Cell(priority.id(), priority.label(), priority::json);
  }

  static Cell of(Resolution resolution) {
    return new Cell(resolution.id(), resolution.label(), resolution::json);
  }

  static Cell of(Department project) {
    return new Cell(project.id(), project.label(), project::json);
  }

  static Cell of(Person person) {
    return new Cell(person.key(), person.displayName(), person.accountId(), person::json);
  }

  static Cell text(String text) {
    return new Cell(null, text, () -> new TextNode(text));
  }

  static Cell key(String key) {
    return new Cell(null, key, () -> new TextNode(key));
  }

  static Cell number(double number) {
    String plain =
        number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    return new Cell(null, plain, () -> new DoubleNode(number));
  }

  static Cell seconds(long seconds) {
    String plain = Long.toString(seconds);
    return new Cell(plain, plain, () -> new LongNode(seconds));
  }

  /** The due date, whose text has a time of day that means nothing. */
  static Cell dueDate(LocalDate day) {
    return new Cell(day.toString(), day + " 00:00:00.0", () -> new TextNode(day.toString()));
  }

  static Cell day(LocalDate day) {
    return new Cell(day.toString(), Stamps.shortDay(day), () -> new TextNode(day.toString()));
  }

  static Cell moment(Instant moment, ZoneId zone) {
    String stamp = Stamps.moment(moment, zone);
    return new Cell(stamp, Stamps.shortMoment(moment, zone), () -> new TextNode(stamp));
  }

  /** Another issue, by id and key. */
  static Cell issue(long id, String key) {
    return new Cell(Long.toString(id), key, () -> new TextNode(key));
  }

  static Cell labels(List<String> labels) {
    return new Cell(
        "",
        String.join(" ", labels),
        () -> {
          ArrayNode array = Json.array();
          labels.forEach(array::add);
          return array;
        });
  }

  static Cell option(Option option) {
    return new Cell(option.id(), option.value(), option::json);
  }

  static Cell options(List<Option> options) {
    return new Cell(
        options.stream().map(Option::id).collect(Collectors.joining(", ", "[", "]")),
        options.stream().map(Option::value).collect(Collectors.joining(",")),
        () -> Json.array().addAll(options.stream().map(Option::json).toList()));
  }

  static Cell sprints(List<Sprint> sprints) {
    return sprints.isEmpty()
        ? BLANK
        : new Cell(
            sprints.stream()
                .map(sprint -> Long.toString(sprint.id()))
                .collect(Collectors.joining(", ")),
            sprints.stream().map(Sprint::name).collect(Collectors.joining(", ")),
            () -> Json.array().addAll(sprints.stream().map(Sprint::fieldJson).toList()));
  }

  boolean sameAs(Cell other) {
    return Objects.equals(id, other.id) && Objects.equals(text, other.text);
  }
}
