package dev.sluice.simulator.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.simulator.fault.Walk;
import dev.sluice.simulator.http.Response;
import dev.sluice.simulator.jql.JqlException;
import dev.sluice.simulator.site.SimIssue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Data Center's {@code /search}: offsets, a total, and a silently lowered page size. */
record OffsetSearch(ServedSite jira) {
  private static final int DEFAULT_PAGE = 50;

  private record Parameters(
      String jql,
      int startAt,
      int maxResults,
      boolean validate,
      List<String> fields,
      Set<String> expand) {}

  Response get(Call call) {
    return page(
        call,
        new Parameters(
            call.text("jql"),
            call.number("startAt", 0),
            call.number("maxResults", DEFAULT_PAGE),
            !call.text("validateQuery").equals("false"),
            call.list("fields"),
            call.set("expand")));
  }

  Response post(Call call) {
    JsonNode body = call.body();
    if (body.has("expand") && !body.get("expand").isArray()) {
      throw ApiException.badRequest(
          "Can not deserialize instance of java.util.ArrayList out of VALUE_STRING token");
    }
    List<String> fields = new ArrayList<>();
    body.path("fields").forEach(field -> fields.add(field.asText()));
    Set<String> expand = new LinkedHashSet<>();
    body.path("expand").forEach(part -> expand.add(part.asText()));
    return page(
        call,
        new Parameters(
            body.path("jql").asText(),
            body.path("startAt").asInt(0),
            body.path("maxResults").asInt(DEFAULT_PAGE),
            body.path("validateQuery").asBoolean(true),
            fields,
            expand));
  }

  private Response page(Call call, Parameters search) {
    Limits limits = jira.limits();
    int startAt = Math.max(0, search.startAt());
    int asked = search.maxResults() < 0 ? limits.offsetPage() : search.maxResults();
    Walk walk = Walk.byOffset(search.jql(), startAt, asked);
    int cap = jira.faults().pageSize(Math.min(asked, limits.offsetPage()), walk);
    int window = jira.faults().resultWindow(limits.resultWindow());
    if (window > 0 && asked > 0 && (long) startAt + cap > window) {
      throw ApiException.badRequest(
          "Search limit exceeded. We couldn't complete your search because it requests "
              + String.format(Locale.ROOT, "%,d", (long) startAt + cap)
              + " results which exceeded the search platform limit of "
              + String.format(Locale.ROOT, "%,d", window)
              + ".");
    }
    List<SimIssue> all = call.anonymous() ? List.of() : find(call, search, walk);
    List<SimIssue> found = jira.faults().found(all, walk);
    int from = Math.min(startAt, found.size());
    List<SimIssue> page = found.subList(from, Math.min(found.size(), from + cap));
    List<SimIssue> issues = jira.faults().shown(call.asTheyAre(page), walk);
    return JsonBody.ok(
        generator -> {
          generator.writeStartObject();
          generator.writeStringField("expand", "names,schema");
          generator.writeNumberField("startAt", startAt);
          generator.writeNumberField("maxResults", cap);
          generator.writeNumberField("total", jira.faults().total(all.size(), walk));
          write(generator, call, search, issues);
          generator.writeEndObject();
        });
  }

  private void write(JsonGenerator generator, Call call, Parameters search, List<SimIssue> issues)
      throws IOException {
    FieldSelection selection = FieldSelection.of(search.fields(), "*navigable");
    IssueWriter writer = jira.issueWriter(call);
    Limits limits = jira.limits();
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
    writer.explain(generator, selection, search.expand());
  }

  /** Without validation a query that makes no sense finds nothing instead of failing. */
  private List<SimIssue> find(Call call, Parameters search, Walk walk) {
    try {
      return jira.search().find(call.searched(), search.jql(), jira.faults().orderOfTies(walk));
    } catch (JqlException senseless) {
      if (search.validate()) {
        throw senseless;
      }
      return List.of();
    }
  }
}
