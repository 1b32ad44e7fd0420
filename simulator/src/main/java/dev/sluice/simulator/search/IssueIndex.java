package dev.sluice.simulator.search;

import dev.sluice.simulator.site.Changes;
import dev.sluice.simulator.site.Revision;
import dev.sluice.simulator.site.SimIssue;
import dev.sluice.simulator.site.Site;
import dev.sluice.simulator.site.Standing;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The issues of a site as they are at one moment: those at rest, but for what changed since.
 * Immutable, and made for every moment at no cost.
 */
public final class IssueIndex {
  private final AtRest rest;
  private final Changes changes;

  private IssueIndex(AtRest rest, Changes changes) {
    this.rest = rest;
    this.changes = changes;
  }

  /** The site at rest. */
  public static IssueIndex of(Site site) {
    return new IssueIndex(AtRest.of(site), Changes.NONE);
  }

  /** The same site at another moment. */
  public IssueIndex at(Changes moment) {
    return moment.version() == changes.version() ? this : new IssueIndex(rest, moment);
  }

  /** What differs from the site at rest. */
  public Changes changes() {
    return changes;
  }

  /** All issues of the site at rest, whatever became of them. */
  public List<SimIssue> atRest() {
    return rest.issues();
  }

  /** Every issue a search can find. */
  public Stream<SimIssue> present() {
    return candidates(Filter.EVERYTHING);
  }

  /** Every issue a search can find of those that are not as they were at rest. */
  public Stream<SimIssue> changed() {
    return changes.issues().values().stream()
        .filter(revision -> revision.standing() == Standing.PRESENT)
        .map(Revision::issue)
        .filter(this::inPresentProject);
  }

  /** Whether an issue of the site at rest is still as it was, and can be found. */
  public boolean isAtRest(SimIssue issue) {
    return changes.version() == 0
        || (!changes.issues().containsKey(issue.id()) && inPresentProject(issue));
  }

  /** By id, by key, or by a key the issue had before it was moved; archived ones too. */
  public Optional<SimIssue> find(String idOrKey) {
    Optional<SimIssue> current = byIdOrCurrentKey(idOrKey);
    return current.isPresent() ? current : byFormerKey(idOrKey.toUpperCase(Locale.ROOT));
  }

  Optional<SimIssue> byIdOrCurrentKey(String idOrKey) {
    boolean number = !idOrKey.isEmpty() && idOrKey.chars().allMatch(c -> c >= '0' && c <= '9');
    return number && idOrKey.length() < 19
        ? byId(Long.parseLong(idOrKey))
        : byCurrentKey(idOrKey.toUpperCase(Locale.ROOT));
  }

  /** Finds an issue that can be looked at, archived ones too. */
  public Optional<SimIssue> byId(long id) {
    Revision revision = changes.issues().get(id);
    Optional<SimIssue> issue =
        revision == null
            ? rest.byId(id)
            : Optional.of(revision)
                .filter(r -> r.standing() == Standing.PRESENT || r.standing() == Standing.ARCHIVED)
                .map(Revision::issue);
    return issue.filter(found -> standing(found) != Standing.HIDDEN);
  }

  /** Finds an issue that a search can find. */
  public Optional<SimIssue> presentById(long id) {
    Revision revision = changes.issues().get(id);
    boolean present = revision == null || revision.standing() == Standing.PRESENT;
    return present ? byId(id).filter(this::inPresentProject) : Optional.empty();
  }

  private Optional<SimIssue> byCurrentKey(String key) {
    Long changed = changes.keys().get(key);
    Optional<SimIssue> issue =
        changed == null ? rest.byKey().apply(key).flatMap(i -> byId(i.id())) : byId(changed);
    return issue.filter(found -> found.key().equalsIgnoreCase(key));
  }

  private Optional<SimIssue> byFormerKey(String key) {
    Long id = changes.formerKeys().getOrDefault(key, rest.formerKeys().get(key));
    return id == null ? Optional.empty() : byId(id);
  }

  /** Whether an issue has or had this key, whatever became of it. */
  public boolean knows(String anyKey) {
    String key = anyKey.toUpperCase(Locale.ROOT);
    return changes.keys().containsKey(key)
        || changes.formerKeys().containsKey(key)
        || rest.formerKeys().containsKey(key)
        || rest.byKey().apply(key).isPresent();
  }

  /** Whether the key is one of a project that the account may not see. */
  public boolean isHidden(String key) {
    return changes.projects().get(IssueKey.project(key)) == Standing.HIDDEN;
  }

  /** The place of an issue in the list of those at rest. */
  int position(SimIssue issue) {
    int position = rest.position().applyAsInt(issue.id());
    if (position < 0) {
      throw new IllegalArgumentException("no issue of this site at rest: " + issue);
    }
    return position;
  }

  boolean isGenerated() {
    return rest.isGenerated();
  }

  /** The issues at rest within the windows of the filter: some may have changed since. */
  List<SimIssue> candidatesAtRest(Filter filter) {
    return rest.candidates(filter);
  }

  /** Few issues, among them all that the filter lets through. */
  Stream<SimIssue> candidates(Filter filter) {
    Stream<SimIssue> known = candidatesAtRest(filter).stream();
    return changes.version() == 0 ? known : Stream.concat(known.filter(this::isAtRest), changed());
  }

  private boolean inPresentProject(SimIssue issue) {
    return standing(issue) == Standing.PRESENT;
  }

  private Standing standing(SimIssue issue) {
    return changes.projects().isEmpty()
        ? Standing.PRESENT
        : changes.projects().getOrDefault(IssueKey.project(issue.key()), Standing.PRESENT);
  }
}
