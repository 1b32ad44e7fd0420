package dev.sluice.transforms.jira;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;

/**
 * Walks through the ids a search finds, in the order of its JQL, as many a request as Jira gives:
 * 5,000 on Cloud, 1,000 on Data Center. For one thread. A page may be empty and still not be the
 * last; an id may come twice.
 */
public interface IssueIdPages {

  /**
   * Fetches the next page.
   *
   * @return ids, or empty after the last page
   * @throws JiraException as {@link IssuePages#next} does
   */
  Optional<long[]> next();

  /** Reads the ids off pages of issues of which nothing else was asked. */
  static IssueIdPages of(IssuePages pages) {
    return () ->
        pages.next().map(page -> page.issues().stream().mapToLong(IssueIdPages::id).toArray());
  }

  private static long id(byte[] issue) {
    try (JsonParser parser = Json.FACTORY.createParser(issue)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean id = parser.currentName().equals("id");
        JsonToken value = parser.nextToken();
        if (id && value.isScalarValue()) {
          return Long.parseLong(parser.getText());
        }
        parser.skipChildren();
      }
    } catch (IOException | NumberFormatException e) {
      throw new JiraException.Malformed(Problems.malformed("search", "an id is no number"));
    }
    throw new JiraException.Malformed(Problems.malformed("search", "an issue has no id"));
  }
}
