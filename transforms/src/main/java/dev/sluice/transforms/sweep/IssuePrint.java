package dev.sluice.transforms.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.schemas.value.Timestamps;
import dev.sluice.transforms.jira.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * What of an issue, as Jira sends it, can be compared with the warehouse.
 *
 * @param updated in microseconds; {@link Timestamps#NONE} when Jira does not tell
 * @param own stands for key, parent, sums, links and attachments
 */
record IssuePrint(String id, long updated, long own, Talk comments, Talk worklogs) {

  static final long UNKNOWN = -1;

  /**
   * A list that Jira may cut off.
   *
   * @param total {@link #UNKNOWN} when Jira leaves the list out
   * @param whole whether all of it came
   * @param sum stands for the ids of what came and when each was last changed, in any order
   */
  record Talk(long total, boolean whole, long sum) {}

  private static final List<String> FIELDS =
      List.of(
          "updated",
          "parent",
          "subtasks",
          "comment",
          "worklog",
          "issuelinks",
          "attachment",
          "aggregatetimeoriginalestimate",
          "aggregatetimeestimate",
          "aggregatetimespent",
          "votes",
          "watches");

  private static final ObjectMapper MAPPER = new ObjectMapper(Json.FACTORY);

  /** The fields to ask for. */
  static List<String> fields(Comparison comparison) {
    List<String> fields = new ArrayList<>(FIELDS);
    fields.addAll(comparison.epicLinks().keySet());
    return fields;
  }

  /** Empty for what is no issue. */
  static Optional<IssuePrint> of(byte[] json, Comparison comparison) {
    try {
      JsonNode issue = MAPPER.readTree(json);
      JsonNode fields = issue.path("fields");
      return fields.isObject()
          ? Optional.of(
              new IssuePrint(
                  issue.path("id").asText(""),
                  Timestamps.micros(fields.path("updated").asText("")),
                  own(issue, fields, comparison),
                  talk(fields.path("comment"), "comments"),
                  talk(fields.path("worklog"), "worklogs")))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static long own(JsonNode issue, JsonNode fields, Comparison comparison) {
    JsonNode parent = fields.path("parent");
    Digest own =
        new Digest()
            .with(issue.path("key").asText(""))
            .with(parent.path("id").asText(""))
            .with(parent.path("key").asText(""))
            .with(fields.path("subtasks").size())
            .with(fields.path("issuelinks").size())
            .with(fields.path("attachment").size())
            .with(fields.path("aggregatetimeoriginalestimate").asLong())
            .with(fields.path("aggregatetimeestimate").asLong())
            .with(fields.path("aggregatetimespent").asLong())
            .with(fields.path("votes").path("votes").asLong())
            .with(fields.path("watches").path("watchCount").asLong());
    comparison.epicLinks().keySet().forEach(field -> own.with(fields.path(field).asText("")));
    return own.value()
        + sum("issue_link", fields.path("issuelinks"), comparison, IssuePrint::link)
        + sum("attachment", fields.path("attachment"), comparison, IssuePrint::attachment);
  }

  private static long sum(
      String table, JsonNode list, Comparison comparison, ToLongFunction<JsonNode> print) {
    long sum = 0;
    if (comparison.tables().contains(table)) {
      for (JsonNode child : list) {
        sum += print.applyAsLong(child);
      }
    }
    return sum;
  }

  private static long link(JsonNode link) {
    JsonNode other = link.path(link.hasNonNull("outwardIssue") ? "outwardIssue" : "inwardIssue");
    return KnownPrints.link(link.path("id").asText(""), other.path("key").asText(""));
  }

  private static long attachment(JsonNode attachment) {
    return KnownPrints.attachment(attachment.path("id").asText(""));
  }

  private static Talk talk(JsonNode page, String list) {
    JsonNode came = page.path(list);
    if (!page.isObject() || !(page.path("total").isIntegralNumber() || came.isArray())) {
      return new Talk(UNKNOWN, false, 0);
    }
    long total = page.path("total").asLong(came.size());
    long sum = 0;
    for (JsonNode child : came) {
      sum +=
          KnownPrints.child(
              child.path("id").asText(""), Timestamps.micros(child.path("updated").asText("")));
    }
    return new Talk(total, came.size() >= total, sum);
  }
}
