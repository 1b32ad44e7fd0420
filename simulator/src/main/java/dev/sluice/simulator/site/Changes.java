package dev.sluice.simulator.site;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Everything in which a site differs, at one moment, from the site at rest it began as. Immutable:
 * whoever holds one sees one state.
 *
 * @param version counts states; 0 is the site at rest
 * @param issues what became of the issues that changed, by id
 * @param keys the id behind each key, in capitals, that an issue got since
 * @param formerKeys the id behind each key, in capitals, that an issue gave up since
 * @param projects the standing of projects that are not {@link Standing#PRESENT}, by key
 * @param deletedWorklogs in order of time
 */
public record Changes(
    long version,
    Map<Long, Revision> issues,
    Map<String, Long> keys,
    Map<String, Long> formerKeys,
    Map<String, Standing> projects,
    List<DeletedWorklog> deletedWorklogs) {
  /** The site at rest. */
  public static final Changes NONE =
      new Changes(0, Map.of(), Map.of(), Map.of(), Map.of(), List.of());

  /** A worklog that is no more. */
  public record DeletedWorklog(long id, Instant at) {}

  /** Copies nothing a map of which is already immutable. */
  public Changes {
    issues = Map.copyOf(issues);
    keys = Map.copyOf(keys);
    formerKeys = Map.copyOf(formerKeys);
    projects = Map.copyOf(projects);
    deletedWorklogs = List.copyOf(deletedWorklogs);
  }
}
