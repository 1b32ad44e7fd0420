package dev.sluice.transforms.jira;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One page as it came, with the few values around the issues.
 *
 * @param page the issues
 * @param nextPageToken the token of the next page (Cloud), absent when missing, null or empty
 * @param total how many issues the search has (Data Center)
 * @param warnings what Jira remarks about the query
 */
record SearchAnswer(
    IssuePage page, Optional<String> nextPageToken, OptionalLong total, List<String> warnings) {}
