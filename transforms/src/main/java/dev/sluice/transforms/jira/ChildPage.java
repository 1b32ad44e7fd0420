package dev.sluice.transforms.jira;

import java.util.List;
import java.util.OptionalLong;

/**
 * One page of the children of one issue.
 *
 * @param total how many there are over all pages, where Jira tells
 */
record ChildPage(List<IssueChild> children, OptionalLong total) {}
