package dev.sluice.transforms;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Finds the id of an issue without reading the rest of it. */
final class IssueIds {

  private static final JsonFactory JSON = new JsonFactory();

  private IssueIds() {}

  /**
   * The value of the top-level {@code id}, which Jira sends among the first keys. An object without
   * one is not the same as any other: it gets a name of its own, and whoever reads the whole issue
   * says what is wrong with it.
   */
  static String idOf(byte[] json, long position) {
    try (JsonParser parser = JSON.createParser(json)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          boolean id = parser.currentName().equals("id");
          JsonToken value = parser.nextToken();
          if (id && value.isScalarValue() && value != JsonToken.VALUE_NULL) {
            return parser.getText();
          }
          parser.skipChildren();
        }
      }
    } catch (IOException e) {
      return unnamed(position);
    }
    return unnamed(position);
  }

  private static String unnamed(long position) {
    return "?" + position;
  }
}
