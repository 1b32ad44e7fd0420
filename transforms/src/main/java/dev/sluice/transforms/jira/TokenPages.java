package dev.sluice.transforms.jira;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Walks an enhanced search of Jira Cloud. Only a missing token ends it: pages may be short or empty
 * before the end, and {@code isLast} is not always sent. A token that comes back would never end,
 * nor would empty pages whose tokens are always new ones.
 */
final class TokenPages implements IssuePages {
  /** Far beyond any search that makes sense; it ends a walk whose tokens never do. */
  private static final int MOST_PAGES = 100_000;

  private static final int MOST_EMPTY_PAGES = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(TokenPages.class);

  private final Exchange exchange;
  private final String path;
  private final SearchRequest request;
  private final PageSize size;
  private final Set<String> seen = new HashSet<>();
  private Optional<String> token = Optional.empty();
  private boolean ended;
  private int pages;
  private int emptyInARow;

  TokenPages(Exchange exchange, String path, SearchRequest request) {
    this.exchange = exchange;
    this.path = path;
    this.request = request;
    this.size = new PageSize(request.pageSize());
  }

  @Override
  public Optional<IssuePage> next() {
    if (ended) {
      return Optional.empty();
    }
    Outcome<SearchAnswer> outcome = size.send(exchange, this::call);
    if (outcome instanceof Outcome.Refused<SearchAnswer> refused
        && refused.status() == 400
        && token.isPresent()) {
      throw new JiraException.TokenRefused(
          Trouble.TOKEN_REFUSED.with(refused.problem().message()), size.now());
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
    emptyInARow = answer.page().issues().isEmpty() ? emptyInARow + 1 : 0;
    if (emptyInARow >= MOST_EMPTY_PAGES) {
      throw new JiraException.Malformed(
          Problems.endless(path, MOST_EMPTY_PAGES + " empty pages in a row"));
    }
    answer.warnings().forEach(warning -> LOG.warn("Jira remarks on the search: {}", warning));
    return Optional.of(answer.page());
  }

  private Call<SearchAnswer> call(int pageSize) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.put("jql", request.jql());
    body.put("maxResults", pageSize);
    request.fields().forEach(body.putArray("fields")::add);
    if (!request.expand().isEmpty()) {
      body.put("expand", String.join(",", request.expand()));
    }
    token.ifPresent(text -> body.put("nextPageToken", text));
    return Call.post(path, body.toString(), new SearchAnswerReader(size.mostBytes()));
  }
}
