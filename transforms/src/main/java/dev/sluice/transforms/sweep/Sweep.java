package dev.sluice.transforms.sweep;

import dev.sluice.schemas.layout.SweepCounts;
import dev.sluice.transforms.jira.JiraClient;
import dev.sluice.transforms.jql.IssueCounter;
import dev.sluice.transforms.jql.Scope;
import dev.sluice.transforms.state.CurrentState;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Compares what Jira lists with what the warehouse holds. Writes nothing.
 *
 * <p>It costs one count and one request for 5,000 issues on Cloud, for 1,000 on Data Center (and
 * there a count for each range of 10,000); one count and a page of ids for what changed on the last
 * day; one for 100 missing issues on Cloud, one each on Data Center; one for 100 projects if any
 * issue is missing, or if the scope names projects; one for each project that vanished whole. A
 * thorough one costs one more request for 1,000 issues, where Jira does not send fewer. It holds
 * some fifty bytes for each issue of the site, a hundred if it is thorough.
 */
public final class Sweep {

  private final SweptJira jira;
  private final SweepRequest request;
  private final CurrentState state;
  private final List<String> remarks = new ArrayList<>();
  private @Nullable Roster roster;

  Sweep(SweptJira jira, SweepRequest request, CurrentState state) {
    this.jira = jira;
    this.request = request;
    this.state = state;
  }

  /**
   * Sweeps.
   *
   * @param counter what the planner of ranges asks
   * @throws SuspiciousCensusException when the census must not be acted upon
   */
  public static SweepFindings of(
      SweepRequest request, CurrentState state, JiraClient client, IssueCounter counter) {
    return new Sweep(SweptJira.of(client, counter), request, state).findings();
  }

  SweepFindings findings() {
    SortedIds known = SortedIds.of(state.ids());
    List<String> hidden = new ArrayList<>();
    Scope scope = visible(request.scope(), hidden);
    Census census = new CensusWalk(jira, request, scope).take();
    if (census.ids().size() == 0 && known.size() > 0) {
      throw new SuspiciousCensusException(
          String.format(
              Locale.ROOT, "Jira lists none of the %,d issues of the warehouse", known.size()),
          "see with 'sluice check' what the account may see");
    }
    SortedIds missing = SortedIds.of(known.without(census.ids()).toArray());
    SecondLook look = new SecondLook(jira, request.scope(), this::roster);
    long unseen = missing.size() == 0 ? 0 : lookFor(missing, known, look, hidden);
    hidden.forEach(key -> remarks.add(Remarks.notVisible(key)));
    Set<String> toFetch = new LinkedHashSet<>();
    census.ids().without(known).mapToObj(Long::toString).forEach(toFetch::add);
    int lacking = toFetch.size();
    toFetch.addAll(look.changed());
    toFetch.addAll(new LateChanges(jira, request, state).ids(scope));
    remark(look, lacking, toFetch.size() - lacking);
    toFetch.addAll(otherwise(known, census, look));
    return findings(census, look, toFetch, unseen);
  }

  /** Returns how many of the missing issues are in projects that cannot be looked into. */
  private long lookFor(
      SortedIds missing, SortedIds known, SecondLook look, List<String> hiddenKeys) {
    MissingIssues issues = new MissingIssues(state, missing);
    UnseenProjects unseen =
        UnseenProjects.among(issues.byProject(), request.scope(), roster(), jira);
    remarks.addAll(unseen.remarks());
    hiddenKeys.removeAll(unseen.keys());
    requirePlausible(missing.size() - unseen.issues(), known.size() - unseen.issues());
    look.at(issues.outside(unseen.ids()));
    return unseen.issues();
  }

  private void remark(SecondLook look, int lacking, int changed) {
    for (Tombstone.Reason reason : Tombstone.Reason.values()) {
      List<Tombstone> of = look.tombstones(reason);
      if (!of.isEmpty()) {
        remarks.add(Remarks.gone(reason, of));
      }
    }
    if (lacking > 0) {
      remarks.add(Remarks.lacking(lacking));
    }
    if (changed > 0) {
      remarks.add(Remarks.changed(changed));
    }
    if (!look.kept().isEmpty()) {
      remarks.add(Remarks.kept(look.kept()));
    }
  }

  private SweepFindings findings(Census census, SecondLook look, Set<String> toFetch, long unseen) {
    SweepCounts counts =
        new SweepCounts(
            state.size(),
            census.ids().size(),
            toFetch.size(),
            look.tombstones(Tombstone.Reason.DELETED).size(),
            look.tombstones(Tombstone.Reason.MOVED).size(),
            look.tombstones(Tombstone.Reason.ARCHIVED).size(),
            look.tombstones(Tombstone.Reason.PERMISSION_LOST).size(),
            look.kept().size(),
            unseen);
    return new SweepFindings(
        census.jql(),
        census.expected(),
        census.received(),
        census.pages(),
        List.copyOf(toFetch),
        look.tombstones(),
        counts,
        remarks);
  }

  /** Issues that both have, but not alike. */
  private Set<String> otherwise(SortedIds known, Census census, SecondLook look) {
    Comparison comparison = request.comparison();
    StaleReferences references = new StaleReferences(state, known, comparison);
    look.tombstones().forEach(gone -> references.gone(gone.issueId(), gone.key()));
    look.formerKeys().forEach(references::renamed);
    Set<String> otherwise = references.find();
    // What cannot be seen cannot be read again.
    otherwise.removeIf(id -> census.ids().position(id) < 0);
    remark(otherwise.size(), Remarks::stale);
    if (comparison.thorough()) {
      ThoroughWalk walk = new ThoroughWalk(jira, state, known, comparison);
      walk.take(census.walks());
      remark(add(walk.differing(), otherwise), Remarks::differing);
      remark(add(walk.notCompared(census.ids()), otherwise), Remarks::notCompared);
    }
    return otherwise;
  }

  private static long add(LongStream ids, Set<String> all) {
    return ids.filter(id -> all.add(Long.toString(id))).count();
  }

  private void remark(long issues, LongFunction<String> remark) {
    if (issues > 0) {
      remarks.add(remark.apply(issues));
    }
  }

  /** Jira refuses a query that names a project the account cannot see: such are left out. */
  private Scope visible(Scope scope, List<String> hiddenKeys) {
    if (!(scope instanceof Scope.Projects named)) {
      return scope;
    }
    List<String> visible = new ArrayList<>();
    named.keys().forEach(key -> (roster().knows(key) ? visible : hiddenKeys).add(key));
    if (visible.isEmpty()) {
      throw new SuspiciousCensusException(
          "none of the projects " + String.join(", ", named.keys()) + " can be seen",
          "give the account Browse Projects in them, or correct jira.projects");
    }
    return Scope.projects(visible);
  }

  private void requirePlausible(long missing, long known) {
    if (missing > request.maxDeleted() * known) {
      throw new SuspiciousCensusException(
          String.format(
              Locale.ROOT,
              "Jira does not list %,d of %,d known issues (%.1f %%), more than sweep.max-deleted"
                  + " allows",
              missing,
              known,
              100.0 * missing / known),
          "look in Jira whether they are gone; if so, sweep once with a larger sweep.max-deleted");
    }
  }

  private Roster roster() {
    Roster known = roster;
    if (known == null) {
      known = Roster.of(jira.projects());
      roster = known;
    }
    return known;
  }
}
