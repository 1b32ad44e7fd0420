package dev.sluice.transforms.jira;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Walks a search of Jira Data Center; each id comes once. It moves on by what came, not by what was
 * asked: the server lowers page sizes without a word. Pages overlap, and rows that leave or enter
 * the result between two of them do not hide others ({@link Footing}); the overlap is asked for on
 * top, so that a walk nobody disturbs needs no page more. Rows that enter behind its back are not
 * seen; counting shows it.
 *
 * <p>Having passed the total of the latest answer ends it. An empty page short of the total is only
 * believed the third time.
 */
final class OffsetPages implements IssuePages {
  private static final int MOST_PAGES = 100_000;
  private static final int EMPTY_PAGES_BELIEVED = 3;
  private static final int OVERLAP = 1;
  private static final int BAD_REQUEST = 400;

  /** How far offsets reach on Data Center 11, unless its operator changes it. */
  private static final int WINDOW = 10_000;

  private static final Logger LOG = LoggerFactory.getLogger(OffsetPages.class);

  private final Exchange exchange;
  private final String path;
  private final SearchRequest request;
  private final PageSize size;
  private final Footing footing = new Footing();
  private long startAt;
  private int asked;
  private boolean ended;
  private int pages;
  private int emptyInARow;

  OffsetPages(Exchange exchange, String path, SearchRequest request) {
    this.exchange = exchange;
    this.path = path;
    this.request = request;
    this.size = new PageSize(request.pageSize() + OVERLAP);
  }

  @Override
  public Optional<IssuePage> next() {
    long bytes = 0;
    while (!ended) {
      SearchAnswer answer = answer();
      List<byte[]> rows = answer.page().issues();
      bytes += answer.page().bodyBytes();
      // Without a total an empty page is all that can tell the end.
      long total = answer.total().orElse(rows.isEmpty() ? footing.end() : Long.MAX_VALUE);
      emptyInARow = rows.isEmpty() && total > startAt ? emptyInARow + 1 : 0;
      if (emptyInARow == EMPTY_PAGES_BELIEVED) {
        ended = true;
      } else if (emptyInARow == 0) {
        Optional<List<byte[]>> fresh = footing.join(startAt, rows, total);
        if (fresh.isPresent()) {
          ended = footing.end() >= total;
          return Optional.of(new IssuePage(fresh.get(), answer.page().serverTime(), bytes));
        }
        LOG.debug("Row {} of {} is not the one it was; reading further back.", startAt, total);
      }
    }
    return Optional.empty();
  }

  private SearchAnswer answer() {
    Outcome<SearchAnswer> outcome = size.send(exchange, this::call);
    if (refusesThePosition(outcome)) {
      throw new JiraException.WindowExceeded(Problems.windowExceeded(path, startAt));
    }
    SearchAnswer answer = outcome.orThrow();
    pages++;
    if (pages >= MOST_PAGES) {
      throw new JiraException.Malformed(
          Problems.endless(path, "no end after " + MOST_PAGES + " pages"));
    }
    answer.warnings().forEach(warning -> LOG.warn("Jira remarks on the search: {}", warning));
    return answer;
  }

  /** The same query was served before, so what is refused, in whatever words, is its offset. */
  private boolean refusesThePosition(Outcome<SearchAnswer> outcome) {
    if (startAt > 0 && outcome instanceof Outcome.Refused<SearchAnswer> refused) {
      return refused.status() == BAD_REQUEST;
    }
    return startAt + asked > WINDOW
        && outcome instanceof Outcome.Unavailable<SearchAnswer> failure
        && failure.seemsTooMuch();
  }

  private Call<SearchAnswer> call(int pageSize) {
    startAt = footing.startAt(pageSize);
    // What would end within the window must not be refused for reaching beyond it.
    asked =
        footing.total() <= WINDOW
            ? (int) Math.min(pageSize, Math.max(1, WINDOW - startAt))
            : pageSize;
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.put("jql", request.jql());
    body.put("startAt", startAt);
    body.put("maxResults", asked);
    request.fields().forEach(body.putArray("fields")::add);
    if (!request.expand().isEmpty()) {
      request.expand().forEach(body.putArray("expand")::add);
    }
    return Call.post(path, body.toString(), new SearchAnswerReader(size.mostBytes()));
  }
}
