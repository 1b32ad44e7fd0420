package dev.sluice.transforms.jira;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads a page in one pass, its issues as the bytes Jira sent. */
final class SearchAnswerReader implements BodyReader<SearchAnswer> {
  private final long mostBytes;

  /** Gives up on a body of more bytes than this. */
  SearchAnswerReader(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  @Override
  public SearchAnswer read(RecordedBody body, Arrival arrival) throws IOException {
    try (JsonParser parser = Json.FACTORY.createParser(body)) {
      parser.setCodec(Json.MAPPER);
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new UnexpectedShapeException("not an object");
      }
      Page page = new Page(mostBytes);
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        page.member(name, parser, body);
      }
      if (parser.nextToken() != null) {
        throw new UnexpectedShapeException("something after the end");
      }
      return page.answer(arrival, body.count());
    }
  }

  private static final class Page {
    private final long mostBytes;
    private final List<byte[]> issues = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private boolean hasIssues;
    private Optional<String> token = Optional.empty();
    private OptionalLong total = OptionalLong.empty();

    Page(long mostBytes) {
      this.mostBytes = mostBytes;
    }

    void member(String name, JsonParser parser, RecordedBody body) throws IOException {
      switch (name) {
        case "issues" -> issues(parser, body);
        case "nextPageToken" -> token = text(parser).filter(text -> !text.isEmpty());
        case "total" -> total = number(parser);
        case "warnings", "warningMessages" -> {
          JsonNode remarks = parser.readValueAsTree();
          remarks.forEach(
              remark -> warnings.add(remark.isTextual() ? remark.asText() : remark.toString()));
        }
        default -> parser.skipChildren();
      }
    }

    SearchAnswer answer(Arrival arrival, long bytes) throws UnexpectedShapeException {
      // Without this, an answer of another endpoint would pass for an empty page.
      if (!hasIssues) {
        throw new UnexpectedShapeException("a search answer without issues");
      }
      IssuePage whole = new IssuePage(issues, arrival.bestServerTime(), bytes);
      return new SearchAnswer(whole, token, total, List.copyOf(warnings));
    }

    private void issues(JsonParser parser, RecordedBody body) throws IOException {
      if (parser.currentToken() != JsonToken.START_ARRAY) {
        throw new UnexpectedShapeException("issues that are not an array");
      }
      hasIssues = true;
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        issues.add(JsonSlice.of(parser, body));
        if (body.count() > mostBytes) {
          throw new OversizedPageException(mostBytes, issues.size() - 1);
        }
      }
    }

    private static Optional<String> text(JsonParser parser) throws IOException {
      if (parser.currentToken() == JsonToken.VALUE_NULL) {
        return Optional.empty();
      }
      if (!parser.currentToken().isScalarValue()) {
        throw new UnexpectedShapeException("a page token that is not a text");
      }
      return Optional.of(parser.getText());
    }

    private static OptionalLong number(JsonParser parser) throws IOException {
      if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
        return OptionalLong.of(parser.getLongValue());
      }
      parser.skipChildren();
      return OptionalLong.empty();
    }
  }
}
