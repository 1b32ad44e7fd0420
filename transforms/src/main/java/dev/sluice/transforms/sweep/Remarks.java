package dev.sluice.transforms.sweep;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a sweep has to say, one line each. */
final class Remarks {

  private static final int MOST_NAMES = 5;

  private static final Map<Tombstone.Reason, String> REASONS =
      Map.of(
          Tombstone.Reason.DELETED, "deleted",
          Tombstone.Reason.MOVED, "moved to where this pipeline does not look",
          Tombstone.Reason.ARCHIVED, "archived",
          Tombstone.Reason.PERMISSION_LOST, "no longer visible to the account");

  private Remarks() {}

  static String gone(Tombstone.Reason reason, List<Tombstone> tombstones) {
    return issues(tombstones.size())
        + REASONS.get(reason)
        + ": "
        + named(tombstones.stream().map(Remarks::name).toList());
  }

  static String lacking(long number) {
    return issues(number) + "in Jira but not in the warehouse: read now";
  }

  static String changed(long number) {
    return issues(number) + "not as Jira has " + (number == 1 ? "it" : "them") + ": read again";
  }

  static String stale(long stale) {
    return number(stale)
        + (stale == 1 ? " names" : " name")
        + " others by keys that they lost, or that are gone: read now";
  }

  static String differing(long differing) {
    return issues(differing) + "otherwise in Jira than in the warehouse: read now";
  }

  static String notCompared(long issues) {
    return issues(issues) + "in the census, but did not come to be compared: read now";
  }

  static String kept(List<String> keys) {
    return issues(keys.size())
        + "there, but Jira's search does not list "
        + (keys.size() == 1 ? "it" : "them")
        + ": kept ("
        + named(keys)
        + ")";
  }

  static String hidden(String projectKey, long issues) {
    return "project "
        + projectKey
        + " cannot be seen, or its issues cannot: permission_lost, not taken for deleted; "
        + number(issues)
        + " of it kept as read last; give the account Browse Projects again, or take the project"
        + " out of jira.projects";
  }

  static String notVisible(String projectKey) {
    return "project " + projectKey + " of jira.projects cannot be seen: permission_lost";
  }

  static String notAskedFor(String projectKey, long issues) {
    return "project "
        + projectKey
        + " is not among jira.projects: "
        + number(issues)
        + " of it kept as read last";
  }

  private static String issues(long number) {
    return number(number) + (number == 1 ? " is " : " are ");
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d issue%s", number, number == 1 ? "" : "s");
  }

  private static String name(Tombstone tombstone) {
    boolean renamed = tombstone.newKey() != null && !tombstone.newKey().equals(tombstone.key());
    return renamed ? tombstone.key() + " (now " + tombstone.newKey() + ")" : tombstone.key();
  }

  private static String named(List<String> names) {
    String some = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
    return names.size() <= MOST_NAMES
        ? some
        : some + String.format(Locale.ROOT, " and %,d more", names.size() - MOST_NAMES);
  }
}
