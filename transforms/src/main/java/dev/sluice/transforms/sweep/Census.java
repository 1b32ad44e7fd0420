package dev.sluice.transforms.sweep;

import java.util.List;

/**
 * The ids of every issue that Jira's search finds in a scope.
 *
 * @param jql what was asked
 * @param expected how many issues Jira counted
 * @param received how many ids came, repeats included
 * @param pages how many pages they came in
 * @param walks the queries with their orders that together list every issue
 */
record Census(
    String jql, SortedIds ids, long expected, long received, long pages, List<String> walks) {

  Census {
    walks = List.copyOf(walks);
  }
}
