package dev.sluice.transforms.sweep;

import dev.sluice.schemas.layout.SweepCounts;
import java.util.List;

/**
 * What a sweep found, before anything is read or written.
 *
 * @param jql what was asked of Jira's search
 * @param expected how many issues Jira counted there
 * @param received how many ids came, repeats included
 * @param pages how many pages they came in
 * @param toFetch ids of issues the warehouse lacks, or has otherwise than Jira
 * @param tombstones issues to be hidden, each looked up by its id before
 * @param remarks what a person should know, one line each
 */
public record SweepFindings(
    String jql,
    long expected,
    long received,
    long pages,
    List<String> toFetch,
    List<Tombstone> tombstones,
    SweepCounts counts,
    List<String> remarks) {

  /** Copies the lists. */
  public SweepFindings {
    toFetch = List.copyOf(toFetch);
    tombstones = List.copyOf(tombstones);
    remarks = List.copyOf(remarks);
  }
}
