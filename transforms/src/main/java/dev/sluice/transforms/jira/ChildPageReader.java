package dev.sluice.transforms.jira;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads one page of children in one pass.
 *
 * @param within the object that holds the list, empty when the body itself does
 * @param list the name of the list
 */
record ChildPageReader(String within, String list) implements BodyReader<ChildPage> {

  @Override
  public ChildPage read(RecordedBody body, Arrival arrival) throws IOException {
    try (JsonParser parser = Json.FACTORY.createParser(body)) {
      parser.setCodec(Json.MAPPER);
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new UnexpectedShapeException("not an object");
      }
      ChildPage page = within.isEmpty() ? page(parser, body) : pageWithin(parser, body);
      if (page == null) {
        throw new UnexpectedShapeException("an answer without the list " + list);
      }
      if (parser.nextToken() != null) {
        throw new UnexpectedShapeException("something after the end");
      }
      return page;
    }
  }

  private @Nullable ChildPage pageWithin(JsonParser parser, RecordedBody body) throws IOException {
    ChildPage page = null;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean holder = parser.currentName().equals(within);
      JsonToken value = parser.nextToken();
      if (holder && value == JsonToken.START_OBJECT) {
        page = page(parser, body);
      } else {
        parser.skipChildren();
      }
    }
    return page;
  }

  private @Nullable ChildPage page(JsonParser parser, RecordedBody body) throws IOException {
    List<IssueChild> children = null;
    OptionalLong total = OptionalLong.empty();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals(list) && value == JsonToken.START_ARRAY) {
        children = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          children.add(JsonSlice.child(parser, body));
        }
      } else if (name.equals("total") && value == JsonToken.VALUE_NUMBER_INT) {
        total = OptionalLong.of(parser.getLongValue());
      } else {
        parser.skipChildren();
      }
    }
    return children == null ? null : new ChildPage(children, total);
  }
}
