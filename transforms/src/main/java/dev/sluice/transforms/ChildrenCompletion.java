package dev.sluice.transforms;

import dev.sluice.transforms.failure.JiraFailures;
import dev.sluice.transforms.jira.ChildKind;
import dev.sluice.transforms.jira.ChildList;
import dev.sluice.transforms.jira.IssueChild;
import dev.sluice.transforms.jira.IssueChildren;
import dev.sluice.transforms.jira.JiraException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Completes issues of one shard. One that cannot be completed is set aside, never handed on short;
 * where several in a row cannot, nobody's issue is to blame and the rest is not even tried.
 */
final class ChildrenCompletion {

  private static final Logger LOG = LoggerFactory.getLogger(ChildrenCompletion.class);

  private static final int FAILURES_IN_A_ROW = 3;

  private final IssueChildren children;
  private final Output<RawIssue> whole;
  private final Sides sides;
  private long completed;
  private long gone;
  private int failedInARow;
  private @Nullable JiraException givenUp;

  ChildrenCompletion(IssueChildren children, Output<RawIssue> whole, Sides sides) {
    this.children = children;
    this.whole = whole;
    this.sides = sides;
  }

  long completed() {
    return completed;
  }

  long gone() {
    return gone;
  }

  /** Why the rest was not tried any more. */
  Optional<JiraException> givenUp() {
    return Optional.ofNullable(givenUp);
  }

  void complete(List<CutIssue> issues) throws IOException {
    Map<String, List<IssueChild>> changelogs = changelogs(issues);
    for (CutIssue issue : issues) {
      if (givenUp != null) {
        setAside(issue, givenUp);
      } else {
        complete(issue, changelogs);
      }
    }
  }

  /** Where the bulk fails, one issue may be what it fails on: then each is read for itself. */
  private Map<String, List<IssueChild>> changelogs(List<CutIssue> issues) {
    List<String> ids =
        issues.stream()
            .filter(issue -> issue.outline().cut(ChildKind.HISTORIES))
            .map(issue -> issue.outline().id())
            .toList();
    if (ids.isEmpty() || !children.inBulk()) {
      return Map.of();
    }
    try {
      return children.changelogs(ids);
    } catch (JiraException e) {
      failed(e);
      LOG.warn("Changelogs in bulk: {} Reading them one by one.", e.getMessage());
      return Map.of();
    }
  }

  private void complete(CutIssue cut, Map<String, List<IssueChild>> changelogs) throws IOException {
    RawIssue issue = cut.issue();
    byte[] json;
    try {
      IssueSplice splice = new IssueSplice(issue.json(), cut.outline());
      for (ChildKind kind : ChildKind.values()) {
        if (cut.outline().cut(kind)) {
          splice.replace(kind, wholeList(kind, cut, changelogs));
        }
      }
      json = splice.bytes();
      completed++;
    } catch (JiraException.NotFound e) {
      json = issue.json();
      gone++;
    } catch (JiraException e) {
      failed(e);
      setAside(cut, e);
      return;
    } catch (ShortListException e) {
      setAside(cut, e);
      return;
    }
    failedInARow = 0;
    whole.accept(new RawIssue(issue.shardId(), issue.position(), issue.readAt(), json));
  }

  private List<IssueChild> wholeList(
      ChildKind kind, CutIssue cut, Map<String, List<IssueChild>> changelogs)
      throws ShortListException {
    String id = cut.outline().id();
    List<IssueChild> inBulk = kind == ChildKind.HISTORIES ? changelogs.get(id) : null;
    if (inBulk != null && inBulk.size() >= cut.outline().list(kind).orElseThrow().total()) {
      return inBulk;
    }
    // Also for an issue the bulk leaves out: only asking for it tells whether it is gone.
    ChildList list = children.all(kind, id);
    List<IssueChild> joined = joined(inBulk == null ? List.of() : inBulk, list.children());
    if (joined.size() < list.total()) {
      throw new ShortListException(kind, joined.size(), list.total());
    }
    return joined;
  }

  private static List<IssueChild> joined(List<IssueChild> some, List<IssueChild> others) {
    if (some.isEmpty()) {
      return others;
    }
    Map<String, IssueChild> all = new LinkedHashMap<>();
    some.forEach(child -> all.put(child.id(), child));
    others.forEach(child -> all.putIfAbsent(child.id(), child));
    return List.copyOf(all.values());
  }

  private void failed(JiraException e) {
    if (JiraFailures.endsTheRun(e)) {
      throw e;
    }
    failedInARow++;
    boolean pointless = e instanceof JiraException.Unavailable down && down.returnsAt().isPresent();
    if (pointless || failedInARow == FAILURES_IN_A_ROW) {
      givenUp = e;
    }
  }

  private void setAside(CutIssue cut, Exception reason) throws IOException {
    sides.setAside(DeadLetters.ofIssue(CompleteChildren.STAGE, cut.issue(), reason));
  }
}
