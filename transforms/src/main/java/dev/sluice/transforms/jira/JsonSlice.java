package dev.sluice.transforms.jira;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/**
 * Cuts values out of a body as bytes instead of building them anew: so every digit, escape and
 * duplicate key stays as Jira wrote it.
 */
final class JsonSlice {
  private JsonSlice() {}

  /** Returns the bytes of the value the parser stands at, and moves it to the value's end. */
  static byte[] of(JsonParser parser, RecordedBody body) throws IOException {
    if (parser.currentToken().isScalarValue()) {
      return scalar(parser);
    }
    begin(parser, body);
    parser.skipChildren();
    return end(parser, body);
  }

  /** Returns the object the parser stands at together with its {@code id}. */
  static IssueChild child(JsonParser parser, RecordedBody body) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw new UnexpectedShapeException("a list of children with something else in it");
    }
    begin(parser, body);
    String id = "";
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean names = parser.currentName().equals("id");
      JsonToken value = parser.nextToken();
      if (names && value.isScalarValue() && value != JsonToken.VALUE_NULL) {
        id = parser.getText();
      }
      parser.skipChildren();
    }
    return new IssueChild(id, end(parser, body));
  }

  private static void begin(JsonParser parser, RecordedBody body) throws IOException {
    long position = parser.currentLocation().getByteOffset();
    // The parser knows no byte positions in any other encoding, and Jira sends no other.
    if (position < 0) {
      throw new UnexpectedShapeException("a body that is not UTF-8");
    }
    // The opening bracket has just been read, so it is the byte before the parser's position.
    body.keepFrom(position - 1);
  }

  private static byte[] end(JsonParser parser, RecordedBody body) {
    return body.takeUntil(parser.currentLocation().getByteOffset());
  }

  private static byte[] scalar(JsonParser parser) throws IOException {
    return Json.MAPPER.writeValueAsBytes(parser.<JsonNode>readValueAsTree());
  }
}
