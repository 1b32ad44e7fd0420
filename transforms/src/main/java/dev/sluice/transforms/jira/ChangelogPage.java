package dev.sluice.transforms.jira;

import java.util.List;
import java.util.Optional;

/**
 * One page of the changelogs of many issues.
 *
 * @param histories of some issues; one issue's may go on with the next page
 * @param nextPageToken the token of the next page, absent at the end
 */
record ChangelogPage(List<IssueHistories> histories, Optional<String> nextPageToken) {

  /** Histories of one issue, by its id. */
  record IssueHistories(String issueId, List<IssueChild> histories) {}
}
