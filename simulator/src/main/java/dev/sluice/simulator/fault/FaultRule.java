package dev.sluice.simulator.fault;

import dev.sluice.simulator.http.Request;
import dev.sluice.simulator.http.Response;
import dev.sluice.simulator.site.SimIssue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One disturbance. Every method is a moment of serving; what is not overridden goes well. */
interface FaultRule {
  /** How long the answer is held back. */
  default Duration delay(Request request) {
    return Duration.ZERO;
  }

  /** Answers in place of Jira. */
  default Optional<Response> instead(Request request) {
    return Optional.empty();
  }

  /** Whether Jira no longer knows who is calling. */
  default boolean loginLost(Request request) {
    return false;
  }

  /** What a search sees of the issues it found, in order; counts see them all. */
  default List<SimIssue> found(List<SimIssue> issues, Walk walk) {
    return issues;
  }

  /** How many issues the page carries at most. */
  default int pageSize(int size, Walk walk) {
    return size;
  }

  /** What becomes of the page of a token walk. */
  default TokenPage page(TokenPage page, Walk walk) {
    return page;
  }

  /** What becomes of the finished answer on its way. */
  default Response after(Request request, Response response) {
    return response;
  }
}
