package dev.sluice.transforms.jira;

import java.util.List;

/**
 * All children of one kind that an issue has now.
 *
 * @param children each id once, in Jira's order
 * @param total how many there are by Jira's own count
 */
public record ChildList(List<IssueChild> children, long total) {

  /** Copies the list, not the bytes. */
  public ChildList {
    children = List.copyOf(children);
  }
}
