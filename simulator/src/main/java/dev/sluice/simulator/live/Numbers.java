package dev.sluice.simulator.live;

import dev.sluice.simulator.site.SimIssue;
import dev.sluice.simulator.site.Site;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives out ids and keys that nothing had before. */
final class Numbers {
  private static final long FIRST_HISTORY = 8_000_000_000L;
  private static final long FIRST_COMMENT = 3_000_000_000L;
  private static final long FIRST_WORKLOG = 9_000_000_000L;
  private static final long FIRST_LINK = 2_000_000_000L;

  private final Site site;
  private @Nullable Map<String, Long> lastOfProject;
  private long lastIssue = -1;
  private long histories = FIRST_HISTORY;
  private long comments = FIRST_COMMENT;
  private long worklogs = FIRST_WORKLOG;
  private long links = FIRST_LINK;

  Numbers(Site site) {
    this.site = site;
  }

  long history() {
    return histories++;
  }

  long comment() {
    return comments++;
  }

  long worklog() {
    return worklogs++;
  }

  long link() {
    return links++;
  }

  long issue() {
    if (lastIssue < 0) {
      int size = site.issues().size();
      lastIssue = size == 0 ? 10_000 : site.issues().get(size - 1).id();
    }
    return ++lastIssue;
  }

  /** The next key of a project; keys that were given up are not given out again. */
  String key(String project) {
    return project + "-" + lastOfProjects().merge(project, 1L, Long::sum);
  }

  /** Looks at every issue, once: only keys tell how far a project has come. */
  private Map<String, Long> lastOfProjects() {
    if (lastOfProject == null) {
      lastOfProject = new HashMap<>();
      for (SimIssue issue : site.issues()) {
        note(lastOfProject, issue.key());
      }
      for (String key : site.formerKeys().keySet()) {
        note(lastOfProject, key);
      }
    }
    return lastOfProject;
  }

  private static void note(Map<String, Long> last, String key) {
    String number = key.substring(key.lastIndexOf('-') + 1);
    if (number.matches("\\d{1,18}")) {
      last.merge(Store.project(key), Long.valueOf(number), Math::max);
    }
  }
}
