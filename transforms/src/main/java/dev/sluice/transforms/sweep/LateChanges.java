package dev.sluice.transforms.sweep;

import dev.sluice.transforms.jira.Edition;
import dev.sluice.transforms.jira.IssueIdPages;
import dev.sluice.transforms.jql.DateRange;
import dev.sluice.transforms.jql.PlanRequest;
import dev.sluice.transforms.jql.RangeField;
import dev.sluice.transforms.jql.Scope;
import dev.sluice.transforms.jql.Shard;
import dev.sluice.transforms.jql.ShardPlanner;
import dev.sluice.transforms.state.CurrentState;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Issues that changed on the last day the warehouse should be complete for, of which it knows
 * nothing so young: Jira's index showed the change later than any increment looked for it.
 */
final class LateChanges {

  private static final Duration LOOKED_AT = Duration.ofDays(1);

  /** An index may round times; what is off by less is not late. */
  private static final Duration ROUNDING = Duration.ofMinutes(1);

  private final SweptJira jira;
  private final SweepRequest request;
  private final CurrentState state;

  LateChanges(SweptJira jira, SweepRequest request, CurrentState state) {
    this.jira = jira;
    this.request = request;
    this.state = state;
  }

  /** The ids, each once. One count and a request for each page of ids; none without a watermark. */
  List<String> ids(Scope scope) {
    if (request.watermark().isEmpty()) {
      return List.of();
    }
    Instant to = request.watermark().get().truncatedTo(ChronoUnit.MINUTES);
    Instant from = to.minus(LOOKED_AT);
    PlanRequest plan =
        new PlanRequest(
            scope,
            RangeField.UPDATED,
            DateRange.of(from, to),
            Optional.empty(),
            request.now(),
            1,
            CensusWalk.MOST_ISSUES_A_RANGE,
            request.edition() == Edition.CLOUD ? PlanRequest.APPROXIMATE : PlanRequest.EXACT);
    IdCollector changed = new IdCollector();
    for (Shard shard : new ShardPlanner().planLarge(plan, jira.counter())) {
      IssueIdPages pages = jira.ids(shard.jql());
      for (Optional<long[]> page = pages.next(); page.isPresent(); page = pages.next()) {
        changed.add(page.get());
      }
    }
    List<String> late = new ArrayList<>();
    changed.sorted().stream()
        .mapToObj(Long::toString)
        .filter(id -> state.updated(id).filter(from.minus(ROUNDING)::isAfter).isPresent())
        .forEach(late::add);
    return late;
  }
}
