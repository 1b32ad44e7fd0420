package dev.sluice.simulator.search;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.simulator.jql.JqlException;
import dev.sluice.simulator.jql.Query;
import dev.sluice.simulator.site.SimIssue;
import dev.sluice.simulator.site.Stamps;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Compiles ORDER BY. What has no value comes last, ascending; ties go by id. */
final class Ordering {
  private static final int MOST_FIELDS = 7;
  private static final Set<String> ALONG =
      Set.of("id", "key", "issuekey", "issue", "created", "createddate", "updated", "updateddate");

  private final SearchFields fields;
  private final ToIntFunction<String> priorityRank;

  Ordering(SearchFields fields, ToIntFunction<String> priorityRank) {
    this.fields = fields;
    this.priorityRank = priorityRank;
  }

  /**
   * Compiles; without any order Jira gives the newest keys first.
   *
   * @throws JqlException when a field cannot be sorted by
   */
  Comparator<SimIssue> compile(List<Query.Sort> order) {
    return compile(order, Comparator.comparingLong(SimIssue::id));
  }

  /** Compiles, and puts those that sort alike in an order of no meaning. */
  Comparator<SimIssue> compile(List<Query.Sort> order, long orderOfTies) {
    return compile(
        order, Comparator.comparingLong(issue -> (issue.id() ^ orderOfTies) * 0x9E3779B97F4A7C15L));
  }

  private Comparator<SimIssue> compile(List<Query.Sort> order, Comparator<SimIssue> ties) {
    if (order.size() > MOST_FIELDS) {
      throw new JqlException("The ORDER BY clause can have a maximum of 7 fields.");
    }
    if (order.isEmpty()) {
      return Comparator.comparingLong(SimIssue::id).reversed();
    }
    Comparator<SimIssue> all = null;
    for (Query.Sort sort : order) {
      Comparator<SimIssue> next = ascending(sort.field());
      next = sort.descending() ? next.reversed() : next;
      all = all == null ? next : all.thenComparing(next);
    }
    return all == null ? ties : all.thenComparing(ties);
  }

  /** Whether the order is that of generated issues, from the first to the last or backwards. */
  static boolean isAlongTheList(List<Query.Sort> order) {
    return order.isEmpty() || ALONG.contains(Values.lower(order.get(0).field()));
  }

  private Comparator<SimIssue> ascending(String name) {
    if (name.equalsIgnoreCase("id")) {
      return Comparator.comparingLong(SimIssue::id);
    }
    if (name.equalsIgnoreCase("rank")) {
      return Comparator.comparingLong(SimIssue::id);
    }
    SearchField field = fields.named(name);
    return switch (field.kind()) {
      case KEY -> by(issue -> IssueKey.of(issue.key()));
      case PROJECT -> Comparator.comparing(issue -> IssueKey.project(issue.key()));
      case DATE_TIME ->
          switch (field.name()) {
            case "created" -> Comparator.comparing(SimIssue::created);
            case "updated" -> Comparator.comparing(SimIssue::updated);
            default -> by(issue -> first(field, issue).flatMap(v -> Stamps.parse(v.asText())));
          };
      case NUMBER -> by(issue -> first(field, issue).map(JsonNode::doubleValue));
      case PRIORITY -> by(issue -> first(field, issue).map(v -> -priorityRank.applyAsInt(name(v))));
      case DATE, NAMED, PERSON, SPRINT, TEXT ->
          by(issue -> first(field, issue).map(Ordering::name));
      case ALL_TEXT ->
          throw new JqlException("Not able to sort using field '" + field.name() + "'.");
    };
  }

  private static Optional<JsonNode> first(SearchField field, SimIssue issue) {
    return field.values(issue).stream().findFirst();
  }

  /** The name people see, which is what a list of names is sorted by. */
  private static String name(JsonNode value) {
    for (String property : List.of("displayName", "name", "value", "key")) {
      if (value.path(property).isTextual()) {
        return Values.lower(value.path(property).textValue());
      }
    }
    return Values.lower(value.asText());
  }

  private static <T extends Comparable<T>> Comparator<SimIssue> by(
      Function<SimIssue, Optional<T>> value) {
    // A comparator serves one sorting, which would otherwise read every issue many times over.
    Map<SimIssue, Optional<T>> known = new HashMap<>();
    return (a, b) -> {
      Optional<T> left = known.computeIfAbsent(a, value);
      Optional<T> right = known.computeIfAbsent(b, value);
      if (left.isEmpty() || right.isEmpty()) {
        return Boolean.compare(left.isEmpty(), right.isEmpty());
      }
      return left.get().compareTo(right.get());
    };
  }
}
