package dev.sluice.transforms.jira;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what an error answer says, in whichever of Jira's many forms it says it. */
final class ErrorBody {
  private static final int LONGEST = 400;

  private final String text;
  private final List<String> messages;

  ErrorBody(String text) {
    this.text = text;
    this.messages = parse(text).map(ErrorBody::messagesOf).orElse(List.of());
  }

  boolean isHtml() {
    return HtmlWords.isHtml(text);
  }

  boolean mentions(String phrase) {
    return text.contains(phrase);
  }

  /** Returns Jira's own messages, or the first words of whatever came; may be empty. */
  String words() {
    if (!messages.isEmpty()) {
      return HtmlWords.shortened(String.join(" ", messages), LONGEST);
    }
    return isHtml() ? HtmlWords.of(text) : HtmlWords.shortened(text, LONGEST);
  }

  private static Optional<JsonNode> parse(String text) {
    try {
      return Optional.ofNullable(Json.MAPPER.readTree(text)).filter(JsonNode::isObject);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static List<String> messagesOf(JsonNode body) {
    List<String> found = new ArrayList<>();
    body.path("errorMessages").forEach(message -> found.add(message.asText()));
    body.path("errors")
        .fields()
        .forEachRemaining(error -> found.add(error.getKey() + ": " + error.getValue().asText()));
    for (String name : List.of("errorMessage", "message", "error_description", "title", "detail")) {
      if (body.path(name).isTextual()) {
        found.add(body.path(name).asText());
      }
    }
    body.path("warningMessages").forEach(message -> found.add(message.asText()));
    return found.stream().filter(message -> !message.isBlank()).distinct().toList();
  }
}
