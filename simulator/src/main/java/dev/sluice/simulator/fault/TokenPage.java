package dev.sluice.simulator.fault;

import java.util.Optional;

/**
 * How a page of the enhanced search says what comes next.
 *
 * @param isLast absent when the answer leaves the property out
 */
public record TokenPage(Optional<String> nextPageToken, Optional<Boolean> isLast) {}
