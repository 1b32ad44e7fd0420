package dev.sluice.transforms.sweep;

import dev.sluice.transforms.jql.Scope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The projects about whose missing issues nothing can be said: the account cannot see them, or they
 * are no longer asked for. To the account, a project it may not browse looks like one whose issues
 * were all deleted; so of a project that vanished whole, only Jira's word that it is archived, or
 * that the account may browse it, explains its issues.
 */
final class UnseenProjects {

  private final Set<String> ids = new HashSet<>();
  private final Set<String> keys = new HashSet<>();
  private final List<String> remarks = new ArrayList<>();
  private long issues;

  static UnseenProjects among(
      Map<String, MissingIssues.Tally> missing, Scope scope, Roster roster, SweptJira jira) {
    UnseenProjects unseen = new UnseenProjects();
    missing.forEach(
        (id, tally) -> {
          if (tally.missing() == 0 || id.isEmpty()) {
            return;
          }
          if (!roster.has(id)) {
            unseen.add(id, tally, Remarks.hidden(tally.key(), tally.missing()));
          } else if (!roster.isWithin(scope, id)) {
            unseen.add(id, tally, Remarks.notAskedFor(tally.key(), tally.missing()));
          } else if (tally.isWhole() && !roster.isArchived(id) && !jira.mayBrowse(id)) {
            unseen.add(id, tally, Remarks.hidden(tally.key(), tally.missing()));
          }
        });
    return unseen;
  }

  Set<String> ids() {
    return ids;
  }

  Set<String> keys() {
    return keys;
  }

  /** How many known issues of theirs are missing. */
  long issues() {
    return issues;
  }

  /** One for each project. */
  List<String> remarks() {
    return remarks;
  }

  private void add(String id, MissingIssues.Tally tally, String remark) {
    remarks.add(remark);
    ids.add(id);
    keys.add(tally.key());
    issues += tally.missing();
  }
}
