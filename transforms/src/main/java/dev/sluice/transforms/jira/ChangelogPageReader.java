package dev.sluice.transforms.jira;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sluice.transforms.jira.ChangelogPage.IssueHistories;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one page of the changelogs of many issues in one pass. */
final class ChangelogPageReader implements BodyReader<ChangelogPage> {

  @Override
  public ChangelogPage read(RecordedBody body, Arrival arrival) throws IOException {
    try (JsonParser parser = Json.FACTORY.createParser(body)) {
      parser.setCodec(Json.MAPPER);
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new UnexpectedShapeException("not an object");
      }
      List<IssueHistories> issues = new ArrayList<>();
      boolean hasIssues = false;
      String token = "";
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (name.equals("issueChangeLogs") && value == JsonToken.START_ARRAY) {
          hasIssues = true;
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            issues.add(issue(parser, body));
          }
        } else if (name.equals("nextPageToken") && value == JsonToken.VALUE_STRING) {
          token = parser.getText();
        } else {
          parser.skipChildren();
        }
      }
      if (!hasIssues || parser.nextToken() != null) {
        throw new UnexpectedShapeException("an answer without the array issueChangeLogs");
      }
      return new ChangelogPage(issues, Optional.of(token).filter(text -> !text.isEmpty()));
    }
  }

  /** The id may come after the histories. */
  private static IssueHistories issue(JsonParser parser, RecordedBody body) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw new UnexpectedShapeException("a changelog that is not an object");
    }
    String issueId = "";
    List<IssueChild> histories = new ArrayList<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("changeHistories") && value == JsonToken.START_ARRAY) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          histories.add(JsonSlice.child(parser, body));
        }
      } else if (name.equals("issueId") && value.isScalarValue()) {
        issueId = parser.getText();
      } else {
        parser.skipChildren();
      }
    }
    if (issueId.isEmpty()) {
      throw new UnexpectedShapeException("a changelog that does not name its issue");
    }
    return new IssueHistories(issueId, histories);
  }
}
