package dev.sluice.transforms.jira;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Walks a search of Jira Data Center. It moves on by what came, not by what was asked: the server
 * lowers page sizes without a word. Having passed the total of the latest answer ends it, and so
 * does an empty page; one short of the total is only believed the third time. Rows that leave the
 * result meanwhile shift the others; counting shows it.
 */
final class OffsetPages implements IssuePages {
  private static final int MOST_PAGES = 100_000;
  private static final int EMPTY_PAGES_BELIEVED = 3;

  private static final Logger LOG = LoggerFactory.getLogger(OffsetPages.class);

  private final Exchange exchange;
  private final String path;
  private final SearchRequest request;
  private long startAt;
  private boolean ended;
  private int pages;
  private int emptyInARow;

  OffsetPages(Exchange exchange, String path, SearchRequest request) {
    this.exchange = exchange;
    this.path = path;
    this.request = request;
  }

  @Override
  public Optional<IssuePage> next() {
    if (ended) {
      return Optional.empty();
    }
    SearchAnswer answer = exchange.send(call()).orThrow();
    int received = answer.page().issues().size();
    startAt += received;
    emptyInARow = received == 0 ? emptyInARow + 1 : 0;
    boolean complete = answer.total().isPresent() && startAt >= answer.total().getAsLong();
    boolean nothingMore = received == 0 && answer.total().isEmpty();
    ended = complete || nothingMore || emptyInARow == EMPTY_PAGES_BELIEVED;
    pages++;
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
    body.put("startAt", startAt);
    body.put("maxResults", request.pageSize());
    request.fields().forEach(body.putArray("fields")::add);
    if (!request.expand().isEmpty()) {
      request.expand().forEach(body.putArray("expand")::add);
    }
    return Call.post(path, body.toString(), new SearchAnswerReader());
  }
}
