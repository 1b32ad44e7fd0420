package dev.sluice.transforms;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sluice.transforms.jira.ChildKind;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * A list of children inside an issue.
 *
 * @param total how many there are by Jira's own count, at least as many as came
 * @param came how many of them are embedded
 * @param holder the bytes of the object that holds the list
 * @param totalAt the bytes of the total; absent when Jira does not tell
 * @param listAt the bytes of the list; absent when it was left out
 */
record EmbeddedList(
    long total, int came, Place holder, Optional<Place> totalAt, Optional<Place> listAt) {

  /**
   * A range of bytes.
   *
   * @param to exclusive
   */
  record Place(int from, int to) {}

  boolean cut() {
    return total > came;
  }

  /** Reads what the parser stands at; null and the like are no list. */
  static void read(ChildKind kind, JsonParser parser, Map<ChildKind, EmbeddedList> lists)
      throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    int from = start(parser);
    long total = 0;
    int came = 0;
    Optional<Place> totalAt = Optional.empty();
    Optional<Place> listAt = Optional.empty();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("total") && value == JsonToken.VALUE_NUMBER_INT) {
        total = parser.getLongValue();
        int start = start(parser);
        totalAt = Optional.of(new Place(start, start + parser.getTextLength()));
      } else if (name.equals(kind.list()) && value == JsonToken.START_ARRAY) {
        int start = start(parser);
        came = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          parser.skipChildren();
          came++;
        }
        listAt = Optional.of(new Place(start, end(parser)));
      } else {
        parser.skipChildren();
      }
    }
    lists.put(
        kind,
        new EmbeddedList(
            Math.max(total, came), came, new Place(from, end(parser)), totalAt, listAt));
  }

  private static int start(JsonParser parser) {
    return Math.toIntExact(parser.currentTokenLocation().getByteOffset());
  }

  private static int end(JsonParser parser) {
    return Math.toIntExact(parser.currentLocation().getByteOffset());
  }
}
