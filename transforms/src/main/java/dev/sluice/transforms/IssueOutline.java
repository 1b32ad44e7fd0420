package dev.sluice.transforms;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sluice.transforms.jira.ChildKind;
import dev.sluice.transforms.jira.Json;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where in the bytes of an issue its lists of children are, and how much of each came. Found in one
 * pass that reads no value but the id and the totals.
 *
 * @param id empty when the issue has none
 * @param lists by kind; one that the issue does not mention is absent
 */
record IssueOutline(String id, Map<ChildKind, EmbeddedList> lists) {

  Optional<EmbeddedList> list(ChildKind kind) {
    return Optional.ofNullable(lists.get(kind));
  }

  /** The same without the lists of other kinds. */
  IssueOutline only(Set<ChildKind> kinds) {
    Map<ChildKind, EmbeddedList> some = new EnumMap<>(lists);
    some.keySet().retainAll(kinds);
    return new IssueOutline(id, some);
  }

  /** Whether Jira says that there are more children of this kind than it embedded. */
  boolean cut(ChildKind kind) {
    return list(kind).filter(EmbeddedList::cut).isPresent();
  }

  /**
   * Outlines an issue.
   *
   * @throws IOException when the bytes are not JSON
   */
  static IssueOutline of(byte[] json) throws IOException {
    try (JsonParser parser = Json.FACTORY.createParser(json)) {
      Map<ChildKind, EmbeddedList> lists = new EnumMap<>(ChildKind.class);
      String id = "";
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String name = parser.currentName();
          JsonToken value = parser.nextToken();
          switch (name) {
            case "id" -> id = value.isScalarValue() ? parser.getText() : "";
            case "changelog" -> EmbeddedList.read(ChildKind.HISTORIES, parser, lists);
            case "fields" -> fields(parser, lists);
            default -> parser.skipChildren();
          }
        }
      }
      return new IssueOutline(id, lists);
    }
  }

  private static void fields(JsonParser parser, Map<ChildKind, EmbeddedList> lists)
      throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "comment" -> EmbeddedList.read(ChildKind.COMMENTS, parser, lists);
        case "worklog" -> EmbeddedList.read(ChildKind.WORKLOGS, parser, lists);
        default -> parser.skipChildren();
      }
    }
  }
}
