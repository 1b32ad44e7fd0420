package dev.sluice.transforms.jira;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.transforms.jira.ChangelogPage.IssueHistories;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a search cut off: the whole lists of histories, comments and worklogs. Obtained from
 * {@link JiraClient#children()}. Thread-safe.
 */
public final class IssueChildren {

  /** How many issues one bulk request may name. */
  public static final int MOST_ISSUES = 1_000;

  private static final int MOST_HISTORIES = 10_000;

  /** Larger than any list: ends a walk over pages that never do. */
  private static final int MOST_PAGES = 10_000;

  /** How often a list is read from its beginning because it shrank meanwhile. */
  private static final int MOST_WALKS = 3;

  private final Exchange exchange;
  private final Platform platform;

  IssueChildren(Exchange exchange, Platform platform) {
    this.exchange = exchange;
    this.platform = platform;
  }

  /** Tells whether this Jira gives the changelogs of many issues at once. */
  public boolean inBulk() {
    return platform.bulkChangelogs();
  }

  /**
   * Reads the changelogs of many issues, where {@link #inBulk()}.
   *
   * @param issueIds up to {@link #MOST_ISSUES} ids
   * @return histories by issue id, each id once; an issue that is gone, or never was changed, has
   *     no entry. {@code created} is a number of milliseconds here, unlike in a search
   */
  public Map<String, List<IssueChild>> changelogs(Collection<String> issueIds) {
    PageSize size = new PageSize(MOST_HISTORIES);
    Map<String, Map<String, IssueChild>> found = new LinkedHashMap<>();
    Set<String> tokens = new HashSet<>();
    Optional<String> token = Optional.empty();
    String path = platform.apiPath() + "/changelog/bulkfetch";
    do {
      Optional<String> from = token;
      ChangelogPage page =
          size.send(
                  exchange,
                  now -> Call.post(path, bulkBody(issueIds, now, from), new ChangelogPageReader()))
              .orThrow();
      for (IssueHistories issue : page.histories()) {
        Map<String, IssueChild> histories =
            found.computeIfAbsent(issue.issueId(), id -> new LinkedHashMap<>());
        issue.histories().forEach(history -> add(histories, history));
      }
      token = page.nextPageToken();
      if (token.isPresent() && !tokens.add(token.get())) {
        throw new JiraException.Malformed(
            Problems.endless(path, "a token of a page was given before"));
      }
    } while (token.isPresent());
    Map<String, List<IssueChild>> lists = new LinkedHashMap<>();
    found.forEach((issue, histories) -> lists.put(issue, List.copyOf(histories.values())));
    return lists;
  }

  /**
   * Reads the whole list of one issue, page by page, anew when it shrank meanwhile: then a child
   * may have slipped from one page to the one before it.
   *
   * @return the list, shorter than its total only if Jira insists on that
   * @throws JiraException.NotFound when the issue is gone, or Jira does not keep such a list
   */
  public ChildList all(ChildKind kind, String issueId) {
    ChildRequest request = platform.children(kind, issueId);
    Walk last = walk(request);
    for (int walks = 1; walks < MOST_WALKS && !last.sound(); walks++) {
      last = walk(request);
    }
    if (last.shrank()) {
      throw new JiraException.Malformed(
          Problems.endless(request.path(), "the list shrinks whenever it is read"));
    }
    return last.list();
  }

  private Walk walk(ChildRequest request) {
    PageSize size = new PageSize(Math.max(1, request.mostAtOnce()));
    Map<String, IssueChild> found = new LinkedHashMap<>();
    long startAt = 0;
    long total = 0;
    boolean shrank = false;
    for (int pages = 0; pages < MOST_PAGES; pages++) {
      long from = startAt;
      ChildPage page = size.send(exchange, now -> request.call(from, now)).orThrow();
      page.children().forEach(child -> add(found, child));
      startAt += page.children().size();
      long stated = page.total().orElse(startAt);
      shrank |= stated < total;
      total = stated;
      if (page.children().isEmpty() || startAt >= total) {
        return new Walk(new ChildList(List.copyOf(found.values()), total), shrank);
      }
    }
    throw new JiraException.Malformed(
        Problems.endless(request.path(), "no end after " + MOST_PAGES + " pages"));
  }

  /** One reading of a list from its beginning to its end. */
  private record Walk(ChildList list, boolean shrank) {

    boolean sound() {
      return !shrank && list.children().size() >= list.total();
    }
  }

  private static void add(Map<String, IssueChild> children, IssueChild child) {
    String name = child.id().isEmpty() ? "?" + children.size() : child.id();
    children.put(name, child);
  }

  private static String bulkBody(Collection<String> ids, int size, Optional<String> token) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    ids.forEach(body.putArray("issueIdsOrKeys")::add);
    body.put("maxResults", size);
    token.ifPresent(text -> body.put("nextPageToken", text));
    return body.toString();
  }
}
