package dev.sluice.transforms;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.site.SimIssue;
import dev.sluice.simulator.site.Site;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Issues with as many histories, comments and worklogs as a test wants. */
final class ChildrenSite {

  static final Instant FIRST = Instant.parse("2026-03-01T00:00:00Z");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ", Locale.ROOT)
          .withZone(ZoneOffset.ofHours(11));

  private final List<SimIssue> issues = new ArrayList<>();

  /** Adds an issue; ids count up from 10000. */
  ChildrenSite with(int histories, int comments, int worklogs) {
    return with(histories, comments, worklogs, "text");
  }

  ChildrenSite with(int histories, int comments, int worklogs, String description) {
    int number = issues.size();
    long id = 10_000L + number;
    Instant created = FIRST.plusSeconds(60L * number);
    Instant updated = created.plusSeconds(86_400);
    ObjectNode issue = JSON.createObjectNode();
    issue.put("id", Long.toString(id)).put("key", "MKT-" + number);
    ObjectNode fields = issue.putObject("fields");
    fields.put("summary", "Launch").put("description", description);
    fields.put("created", STAMP.format(created)).put("updated", STAMP.format(updated));
    fields.putObject("project").put("id", "10000").put("key", "MKT");
    ArrayNode commentList = fields.putObject("comment").putArray("comments");
    for (int i = 0; i < comments; i++) {
      child(commentList, id, i, created).put("body", "said " + i);
    }
    ArrayNode worklogList = fields.putObject("worklog").putArray("worklogs");
    for (int i = 0; i < worklogs; i++) {
      child(worklogList, id, i, created)
          .put("issueId", Long.toString(id))
          .put("started", STAMP.format(created.plusSeconds(i)))
          .put("timeSpentSeconds", 60);
    }
    ArrayNode historyList = issue.putObject("changelog").putArray("histories");
    for (int i = 0; i < histories; i++) {
      child(historyList, id, i, created)
          .putArray("items")
          .addObject()
          .put("field", "status")
          .put("from", i);
    }
    issues.add(new SimIssue(id, "MKT-" + number, created, updated, issue));
    return this;
  }

  Site site() {
    ObjectNode project = JSON.createObjectNode().put("id", "10000").put("key", "MKT");
    return new Site(
        "Children",
        ZoneOffset.ofHours(11),
        ZoneOffset.UTC,
        issues,
        List.of(),
        List.of(project.put("name", "Marketing")),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of());
  }

  private static ObjectNode child(ArrayNode list, long issueId, int number, Instant created) {
    String stamp = STAMP.format(created.plusSeconds(number));
    return list.addObject()
        .put("id", Long.toString(issueId * 10_000 + number))
        .put("created", stamp)
        .put("updated", stamp);
  }
}
