package dev.sluice.simulator.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.simulator.fault.TokenPage;
import dev.sluice.simulator.fault.Walk;
import dev.sluice.simulator.http.Response;
import dev.sluice.simulator.search.IssueSearch;
import dev.sluice.simulator.site.SimIssue;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Cloud's {@code /search/jql} and {@code /search/approximate-count}. */
final class EnhancedSearch {
  private static final String UNBOUNDED =
      "Unbounded JQL queries are not allowed here. Please add a search restriction to your query.";

  private final ServedSite jira;
  private final Bookmarks bookmarks;

  EnhancedSearch(ServedSite jira) {
    this.jira = jira;
    this.bookmarks = new Bookmarks(jira.search());
  }

  Response get(Call call) {
    return page(call, SearchParameters.ofQuery(call));
  }

  Response post(Call call) {
    return page(call, SearchParameters.ofBody(call));
  }

  /** The issues of a sprint by tokens, as newer clients of Cloud read them. */
  Response sprintIssues(Call call) {
    SearchParameters asked = SearchParameters.ofQuery(call);
    String own = "sprint = " + sprint(call);
    return page(
        call,
        new SearchParameters(
            asked.jql().isEmpty() ? own : own + " AND (" + asked.jql() + ")",
            asked.token(),
            asked.maxResults(),
            asked.fields().isEmpty() ? List.of("*navigable") : asked.fields(),
            asked.expand()));
  }

  Response count(Call call) {
    JsonNode body = call.body();
    String jql = body.path("jql").asText();
    int count =
        call.anonymous()
            ? 0
            : jira.faults().count(jira.search().count(call.searched(), bounded(jql)));
    return Response.json(200, "{\"count\":" + count + "}");
  }

  /** The search this one replaced. */
  static Response gone() {
    return ApiException.of(
            410,
            List.of(
                "The requested API has been removed. Please migrate to the"
                    + " /rest/api/3/search/jql API. A full migration guideline is available at"
                    + " https://developer.atlassian.com/changelog/#CHANGE-2046"))
        .response();
  }

  private Response page(Call call, SearchParameters search) {
    String jql = bounded(search.jql());
    TokenCodec tokens = new TokenCodec(search.binding());
    TokenCodec.Cursor cursor =
        search.token().isEmpty() ? TokenCodec.Cursor.START : tokens.decode(search.token());
    Walk walk = Walk.byToken(jql, cursor.page(), search.token());
    if (jira.faults().refusesToken(walk)) {
      throw TokenCodec.invalid();
    }
    List<SimIssue> found =
        call.anonymous()
            ? List.of()
            : jira.faults()
                .found(
                    jira.search().find(call.searched(), jql, jira.faults().orderOfTies(walk)),
                    walk);

    FieldSelection selection = FieldSelection.of(search.fields(), "id");
    boolean changelog = search.expand().contains("changelog");
    int cap = Math.min(search.maxResults(), selection.pageCap(jira.limits(), changelog));
    long version = call.searched().changes().version();
    int from =
        cursor.version() == version
            ? Math.min(cursor.offset(), found.size())
            : bookmarks.place(search.token(), cursor, found, jql);
    int to = Math.min(found.size(), from + jira.faults().pageSize(cap, walk));
    Optional<String> next =
        to < found.size()
            ? Optional.of(tokens.encode(new TokenCodec.Cursor(to, cursor.page() + 1, version)))
            : Optional.empty();
    next.ifPresent(token -> bookmarks.put(token, found.subList(from, to), search.token()));
    TokenPage page = jira.faults().page(new TokenPage(next, Optional.of(next.isEmpty())), walk);
    List<SimIssue> issues = jira.faults().shown(call.asTheyAre(found.subList(from, to)), walk);
    return JsonBody.ok(generator -> write(generator, call, issues, selection, search, page));
  }

  private void write(
      JsonGenerator generator,
      Call call,
      List<SimIssue> issues,
      FieldSelection selection,
      SearchParameters search,
      TokenPage page)
      throws IOException {
    IssueWriter writer = jira.issueWriter(call);
    Limits limits = jira.limits();
    generator.writeStartObject();
    generator.writeArrayFieldStart("issues");
    for (SimIssue issue : issues) {
      writer.write(
          generator,
          issue,
          selection,
          search.expand(),
          new IssueWriter.Embedded(limits.histories(), limits.comments(), limits.worklogs()));
    }
    generator.writeEndArray();
    if (page.nextPageToken().isPresent()) {
      generator.writeStringField("nextPageToken", page.nextPageToken().get());
    }
    if (page.isLast().isPresent()) {
      generator.writeBooleanField("isLast", page.isLast().get());
    }
    writer.explain(generator, selection, search.expand());
    generator.writeEndObject();
  }

  private static long sprint(Call call) {
    String id = call.variable("sprint");
    if (!id.matches("\\d{1,18}")) {
      throw ApiException.notFound("Sprint does not exist.");
    }
    return Long.parseLong(id);
  }

  private static String bounded(String jql) {
    if (!IssueSearch.bounded(jql)) {
      throw ApiException.badRequest(UNBOUNDED);
    }
    return jql;
  }
}
