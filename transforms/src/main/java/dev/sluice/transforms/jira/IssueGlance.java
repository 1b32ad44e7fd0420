package dev.sluice.transforms.jira;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;

/** Reads one value off an issue without reading the rest of it. */
public final class IssueGlance {

  private IssueGlance() {}

  /** Returns the issue's own {@code id}, which Jira sends among the first keys; empty without. */
  public static Optional<String> id(byte[] json) {
    try (JsonParser parser = Json.FACTORY.createParser(json)) {
      return parser.nextToken() == JsonToken.START_OBJECT ? text(parser, "id") : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Returns a field that is a plain text or number, such as {@code updated}; empty without. */
  public static Optional<String> field(byte[] json, String name) {
    try (JsonParser parser = Json.FACTORY.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean fields = parser.currentName().equals("fields");
        if (parser.nextToken() == JsonToken.START_OBJECT && fields) {
          return text(parser, name);
        }
        parser.skipChildren();
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The value of a key of the object the parser is in. */
  private static Optional<String> text(JsonParser parser, String key) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean wanted = parser.currentName().equals(key);
      JsonToken value = parser.nextToken();
      if (wanted && value.isScalarValue() && value != JsonToken.VALUE_NULL) {
        return Optional.of(parser.getText());
      }
      parser.skipChildren();
    }
    return Optional.empty();
  }
}
