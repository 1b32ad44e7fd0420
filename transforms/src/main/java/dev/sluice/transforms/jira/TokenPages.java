package dev.sluice.transforms.jira;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Walks an enhanced search of Jira Cloud. Only a missing token ends it: pages may be short or empty
 * before the end, and {@code isLast} is not always sent. A token that comes back would never end.
 */
final class TokenPages implements IssuePages {
  /** Far beyond any search that makes sense; it ends a walk whose tokens never do. */
  private static final int MOST_PAGES = 100_000;

  private static final Logger LOG = LoggerFactory.getLogger(TokenPages.class);

  private final Exchange exchange;
  private final String path;
  private final SearchRequest request;
  private final Set<String> seen = new HashSet<>();
  private Optional<String> token = Optional.empty();
  private boolean ended;
  private int pages;

  TokenPages(Exchange exchange, String path, SearchRequest request) {
    this.exchange = exchange;
    this.path = path;
    this.request = request;
  }

  @Override
  public Optional<IssuePage> next() {
    if (ended) {
      return Optional.empty();
    }
    Outcome<SearchAnswer> outcome = exchange.send(call());
    if (outcome instanceof Outcome.Refused<SearchAnswer> refused
        && refused.status() == 400
        && token.isPresent()) {
      throw new JiraException.TokenRefused(Problems.tokenRefused(refused.problem()));
    }
    SearchAnswer answer = outcome.orThrow();
    token = answer.nextPageToken();
    ended = token.isEmpty();
    pages++;
    if (token.isPresent() && !seen.add(token.get())) {
      throw new JiraException.Malformed(
          Problems.endless(path, "the token of page " + pages + " was given before"));
    }
    if (pages >= MOST_PAGES) {
      throw new JiraException.Malformed(
          Problems.endless(path, "no end after " + MOST_PAGES + " pages"));
    }
    answer.warnings().forEach(warning -> LOG.warn("Jira remarks on the search: {}", warning));
    return Optional.of(answer.page());
  }

  private Call<SearchAnswer> call() {
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.put("jql", request.jql());
    body.put("maxResults", request.pageSize());
    request.fields().forEach(body.putArray("fields")::add);
    if (!request.expand().isEmpty()) {
      body.put("expand", String.join(",", request.expand()));
    }
    token.ifPresent(text -> body.put("nextPageToken", text));
    return Call.post(path, body.toString(), new SearchAnswerReader());
  }
}
