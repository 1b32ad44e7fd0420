package dev.sluice.simulator.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.live.Change.Kind;
import dev.sluice.simulator.site.Changes;
import dev.sluice.simulator.site.Revision;
import dev.sluice.simulator.site.SimIssue;
import dev.sluice.simulator.site.Site;
import dev.sluice.simulator.site.Standing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * The hands on a site that is being served. Every method makes one change as Jira makes it:
 * histories are written, lists and sums follow, and {@code updated} becomes the time of the clock,
 * to the millisecond, unless the method says otherwise. Readers see each change wholly or not at
 * all; a request that is being answered goes on with what it began with. The people of the site
 * make the changes in turns.
 *
 * <p>Safe for use by several threads. Methods that name an issue, comment, worklog, link, status or
 * project that is not there throw {@link NoSuchElementException} and change nothing.
 */
public final class LiveSite {
  private final Site site;
  private final Clock clock;
  private final Optional<IndexedStates> indexed;
  private final Store store;
  private final Numbers numbers;
  private final Catalogue catalogue;
  private final Parts parts;
  private final Administration administration;
  private long turn;

  /**
   * Begins with the site at rest.
   *
   * @param indexLag how long the search does not yet know of a change; 0 for not at all
   */
  public LiveSite(Site site, Clock clock, Duration indexLag) {
    this.site = site;
    this.clock = clock;
    indexed =
        indexLag.isZero()
            ? Optional.empty()
            : Optional.of(new IndexedStates(indexLag, site.issues(), clock.instant()));
    store = new Store(site, indexed);
    numbers = new Numbers(site);
    administration = new Administration(this, site);
    catalogue = new Catalogue(site, administration);
    parts = new Parts(store);
  }

  /** Everything that differs by now from the site at rest. */
  public synchronized Changes changes() {
    return store.snapshot();
  }

  /**
   * What the search knows by now.
   *
   * @param now what {@link #changes()} returned
   */
  public synchronized Changes indexed(Changes now) {
    return indexed.map(states -> states.at(clock.instant(), now)).orElse(now);
  }

  /** The issue as it is, whoever may see it; empty when it never was or was deleted. */
  public synchronized Optional<SimIssue> issue(long id) {
    return store
        .revision(id)
        .filter(revision -> revision.standing() != Standing.DELETED)
        .map(Revision::issue);
  }

  /** Does several things while nobody else changes anything. Readers may see some of them done. */
  public synchronized <T> T alone(Supplier<T> work) {
    return work.get();
  }

  /**
   * Sets a field.
   *
   * @param field the id, such as {@code summary} or {@code customfield_10042}
   * @param value as issues hold it: a text, a number, {@code {id, value}} of an option, a person, a
   *     list of these; null to clear the field
   */
  public synchronized Change edit(long issue, String field, JsonNode value) {
    Edit edit = edit(issue);
    JsonNode before = edit.fields().path(field);
    String label = catalogue.label(field);
    if (List.of("components", "fixVersions", "versions").contains(field)) {
      edit.members(field, label, before.deepCopy(), value);
    } else {
      JsonNode schema = catalogue.schema(field);
      Wording from = Wording.of(before, schema, site.siteZone());
      edit.set(field, label, value, from, Wording.of(value, schema, site.siteZone()));
    }
    put(edit, edit.touched());
    return change(Kind.EDITED, edit, OptionalLong.empty(), label + ": " + before + " -> " + value);
  }

  /** Puts an issue into another status; done ones get the first resolution of the site. */
  public synchronized Change transition(long issue, String statusId) {
    ObjectNode status = catalogue.status(statusId).orElseThrow(() -> missing("status " + statusId));
    Edit edit = edit(issue);
    String before = edit.fields().path("status").path("name").asText();
    Workflow.go(edit, status, catalogue.resolution());
    put(edit, edit.touched());
    String detail = before + " -> " + status.path("name").asText();
    return change(Kind.TRANSITIONED, edit, OptionalLong.empty(), detail);
  }

  /** Adds a comment. No history tells of it. */
  public synchronized Change comment(long issue, String text) {
    Edit edit = edit(issue);
    long comment = numbers.comment();
    Talk.add(edit, comment, text);
    put(edit, edit.touched());
    return change(Kind.COMMENTED, edit, OptionalLong.of(comment), text);
  }

  /** Rewrites a comment, whose own {@code updated} always moves. */
  public synchronized Change editComment(long issue, long comment, String text, Trail trail) {
    Edit edit = edit(issue);
    Talk.rewrite(edit, comment, text);
    close(edit, trail);
    return change(Kind.COMMENT_EDITED, edit, OptionalLong.of(comment), text + said(trail));
  }

  /** Deletes a comment; the history of a change that left a trail holds its text. */
  public synchronized Change deleteComment(long issue, long comment, Trail trail) {
    Edit edit = edit(issue);
    Talk.remove(edit, comment);
    close(edit, trail);
    return change(Kind.COMMENT_DELETED, edit, OptionalLong.of(comment), said(trail));
  }

  /** Logs work: spent and remaining time follow, also in the sums of the issue it is a part of. */
  public synchronized Change logWork(long issue, Duration spent, Instant started) {
    Edit edit = edit(issue);
    long worklog = numbers.worklog();
    Labour.add(edit, worklog, spent.toSeconds(), started);
    put(edit, edit.touched());
    parts.timeBooked(edit, spent.toSeconds());
    return change(Kind.WORK_LOGGED, edit, OptionalLong.of(worklog), spent.toString());
  }

  /**
   * Corrects a worklog, whose own {@code updated} always moves. The hours of the issue follow only
   * when the change leaves a trail.
   */
  public synchronized Change editWorklog(long issue, long worklog, Duration spent, Trail trail) {
    Edit edit = edit(issue);
    long more = spent.toSeconds() - Labour.correct(edit, worklog, spent.toSeconds());
    bookAndClose(edit, more, trail);
    return change(Kind.WORKLOG_EDITED, edit, OptionalLong.of(worklog), spent + said(trail));
  }

  /**
   * Deletes a worklog. The hours of the issue follow only when the change leaves a trail; the list
   * of deleted worklogs always tells of it.
   */
  public synchronized Change deleteWorklog(long issue, long worklog, Trail trail) {
    Edit edit = edit(issue);
    long seconds = Labour.remove(edit, worklog);
    bookAndClose(edit, -seconds, trail);
    store.worklogDeleted(worklog, edit.occasion().at());
    return change(Kind.WORKLOG_DELETED, edit, OptionalLong.of(worklog), said(trail));
  }

  /**
   * Moves an issue, and what is part of it, to another project: new keys, the same ids. The old
   * keys still lead to them. Components and versions stay behind.
   */
  public synchronized Change move(long issue, String project) {
    ObjectNode target = catalogue.project(project).orElseThrow(() -> missing("project " + project));
    Edit edit = edit(issue);
    String before = edit.tree().path("key").asText();
    put(edit, Moving.to(edit, target, numbers.key(project)));
    for (long part : parts.of(edit.fields())) {
      put(edit, Moving.to(edit(part), target, numbers.key(project)));
    }
    return change(Kind.MOVED, edit, OptionalLong.empty(), "was " + before);
  }

  /** Creates an issue that has only what Jira wants: no history tells of that. */
  public synchronized Change create(String project, String summary) {
    ObjectNode home = catalogue.project(project).orElseThrow(() -> missing("project " + project));
    Edit edit =
        Creating.issue(site, catalogue, occasion(), home, numbers.issue(), numbers.key(project));
    edit.fields().put("summary", summary);
    put(edit, edit.untouched());
    return change(Kind.CREATED, edit, OptionalLong.empty(), summary);
  }

  /**
   * Deletes an issue and what is part of it, with all that hangs on them. Issues that were linked
   * to it, or had it as a part, lose it without a trace.
   */
  public synchronized Change delete(long issue) {
    Edit edit = edit(issue);
    for (long part : parts.of(edit.fields())) {
      parts.delete(edit(part));
    }
    parts.delete(edit);
    return change(Kind.DELETED, edit, OptionalLong.empty(), "");
  }

  /** Links two issues; both histories tell of it. */
  public synchronized Change link(long from, long to) {
    Edit outward = edit(from);
    Edit inward = edit(to);
    long link = numbers.link();
    Linking.add(outward, inward, link);
    put(outward, outward.touched());
    put(inward, inward.touched());
    String detail = "to " + inward.tree().path("key").asText();
    return change(Kind.LINKED, outward, OptionalLong.of(link), detail);
  }

  /** Takes a link away from both of its ends. */
  public synchronized Change unlink(long issue, long link, Trail trail) {
    Edit edit = edit(issue);
    long other = Linking.remove(edit, link);
    close(edit, trail);
    if (issue(other).isPresent()) {
      Edit end = edit(other);
      Linking.remove(end, link);
      close(end, trail);
    }
    return change(Kind.UNLINKED, edit, OptionalLong.of(link), "from " + other + said(trail));
  }

  /** Archives an issue: no search finds it, but it is answered. {@code updated} stays. */
  public synchronized Change archive(long issue) {
    Edit edit = edit(issue);
    edit.fields().put("archiveddate", edit.occasion().stamp());
    edit.occasion().author().ifPresent(author -> edit.fields().set("archivedby", author));
    store.put(new Revision(edit.untouched(), Standing.ARCHIVED), edit.occasion().at());
    return change(Kind.ARCHIVED, edit, OptionalLong.empty(), "");
  }

  /** Takes from the account the right to see an issue. {@code updated} stays. */
  public synchronized Change hide(long issue) {
    Edit edit = edit(issue);
    store.put(new Revision(store.issue(issue), Standing.HIDDEN), edit.occasion().at());
    return change(Kind.HIDDEN, edit, OptionalLong.empty(), "");
  }

  /** Brings back an issue that was archived or hidden. {@code updated} stays. */
  public synchronized Change restore(long issue) {
    Edit edit = edit(issue);
    edit.fields().remove(List.of("archiveddate", "archivedby"));
    store.put(new Revision(edit.untouched(), Standing.PRESENT), edit.occasion().at());
    return change(Kind.RESTORED, edit, OptionalLong.empty(), "");
  }

  /** Archives a project: it is listed as archived, and no search finds its issues. */
  public Change archiveProject(String key) {
    return project(key, Standing.ARCHIVED, Kind.ARCHIVED);
  }

  /** Takes from the account the right to see a project: as if it were not there. */
  public Change hideProject(String key) {
    return project(key, Standing.HIDDEN, Kind.HIDDEN);
  }

  /** Brings back a project that was archived or hidden. */
  public Change restoreProject(String key) {
    return project(key, Standing.PRESENT, Kind.RESTORED);
  }

  private synchronized Change project(String key, Standing standing, Kind kind) {
    if (catalogue.project(key).isEmpty()) {
      throw missing("project " + key);
    }
    store.put(key, standing);
    return new Change(
        kind, 0, key, OptionalLong.empty(), standing.name().toLowerCase(Locale.ROOT), now());
  }

  /** The hands on what fields, statuses, types and priorities there are. */
  public Administration administration() {
    return administration;
  }

  Store store() {
    return store;
  }

  Catalogue catalogue() {
    return catalogue;
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private Edit edit(long issue) {
    return new Edit(store.issue(issue), occasion());
  }

  private Edit.Occasion occasion() {
    return new Edit.Occasion(now(), catalogue.person(turn++), site.siteZone(), numbers);
  }

  private void bookAndClose(Edit edit, long seconds, Trail trail) {
    if (trail == Trail.LEFT) {
      TimeSpent.book(edit, seconds);
      parts.timeBooked(edit, seconds);
    }
    close(edit, trail);
  }

  private void put(Edit edit, SimIssue issue) {
    store.put(issue, edit.occasion().at());
  }

  private void close(Edit edit, Trail trail) {
    put(edit, trail == Trail.LEFT ? edit.touched() : edit.untouched());
  }

  private static Change change(Kind kind, Edit edit, OptionalLong child, String detail) {
    return new Change(
        kind,
        edit.tree().path("id").asLong(),
        edit.tree().path("key").asText(),
        child,
        detail,
        edit.occasion().at());
  }

  private static String said(Trail trail) {
    return trail == Trail.LEFT ? "" : " without a trail";
  }

  static NoSuchElementException missing(String what) {
    return new NoSuchElementException("there is no " + what);
  }
}
