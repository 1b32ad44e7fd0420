package dev.sluice.transforms;

import dev.sluice.transforms.jql.DateRange;
import dev.sluice.transforms.jql.IssueCounter;
import dev.sluice.transforms.jql.RangeField;
import dev.sluice.transforms.jql.Shard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Shards that read named issues: those set aside before, or whose worklogs changed.
 *
 * @param shards in chunks that Jira can bear; none that would be empty
 * @param unknown ids that Jira refuses to search for: it has no such issue, or not for this account
 */
public record IssueIdShards(List<Shard> shards, List<String> unknown) {

  /** Far below the few thousand operands at which Jira Cloud breaks (JRACLOUD-84010). */
  private static final int MOST_IDS = 500;

  public IssueIdShards {
    shards = List.copyOf(shards);
    unknown = List.copyOf(unknown);
  }

  /**
   * Plans one shard for each 500 issues; one request each to count, and a few more where some are
   * unknown: Jira refuses a whole query for one id that it does not have.
   *
   * @param prefix of the shards' ids, such as {@code replay}
   * @param firstOrdinal the first ordinal that no other shard of the run has
   * @param issueIds ids; what is not a number cannot be one and counts as unknown
   * @param notUpdatedSince leaves out issues that changed since, since other shards of the run read
   *     these; empty to leave out none
   */
  public static IssueIdShards plan(
      String prefix,
      int firstOrdinal,
      Collection<String> issueIds,
      Optional<Instant> notUpdatedSince,
      IssueCounter counter) {
    List<String> ids = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (String id : issueIds.stream().distinct().toList()) {
      (id.matches("\\d{1,18}") ? ids : unknown).add(id);
    }
    ids.sort((a, b) -> Long.compare(Long.parseLong(a), Long.parseLong(b)));
    Plan plan = new Plan(prefix, firstOrdinal, notUpdatedSince, counter, unknown);
    for (int from = 0; from < ids.size(); from += MOST_IDS) {
      plan.add(ids.subList(from, Math.min(ids.size(), from + MOST_IDS)));
    }
    return new IssueIdShards(plan.shards, unknown);
  }

  private static final class Plan {

    private final String prefix;
    private final int firstOrdinal;
    private final Optional<Instant> notUpdatedSince;
    private final IssueCounter counter;
    private final List<String> unknown;
    private final List<Shard> shards = new ArrayList<>();

    Plan(
        String prefix,
        int firstOrdinal,
        Optional<Instant> notUpdatedSince,
        IssueCounter counter,
        List<String> unknown) {
      this.prefix = prefix;
      this.firstOrdinal = firstOrdinal;
      this.notUpdatedSince = notUpdatedSince;
      this.counter = counter;
      this.unknown = unknown;
    }

    void add(List<String> ids) {
      KnownIssues known = KnownIssues.of(ids, this::conditions, counter);
      unknown.addAll(known.unknown());
      if (known.count() > 0) {
        int ordinal = firstOrdinal + shards.size();
        shards.add(
            new Shard(
                String.format(Locale.ROOT, "%s%04d", prefix, ordinal),
                ordinal,
                RangeField.UPDATED,
                range(),
                conditions(known.ids()) + " ORDER BY updated ASC, key ASC",
                known.count()));
      }
    }

    private String conditions(List<String> ids) {
      String in = Shard.nameIssues(ids);
      return notUpdatedSince.map(since -> in + " AND updated < " + since.toEpochMilli()).orElse(in);
    }

    private DateRange range() {
      return notUpdatedSince
          .map(since -> DateRange.of(Instant.EPOCH, since))
          .orElseGet(() -> DateRange.since(Instant.EPOCH));
    }
  }
}
