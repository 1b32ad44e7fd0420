package dev.sluice.simulator.fault;

import dev.sluice.simulator.http.Request;
import dev.sluice.simulator.http.Response;
import dev.sluice.simulator.site.SimIssue;
import dev.sluice.simulator.site.Site;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One disturbance. Every method is a moment of serving; what is not overridden goes well. */
interface FaultRule {
  /** What the site is like from the start. */
  default Site site(Site site, Instant now) {
    return site;
  }

  /** The clock of Jira. */
  default Clock clock(Clock clock) {
    return clock;
  }

  /** The clock of whoever writes the {@code Date} header. */
  default Clock dateClock(Clock clock) {
    return clock;
  }

  /** How far the search runs behind what is stored. */
  default Duration indexLag() {
    return Duration.ZERO;
  }

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

  /** In what order a search puts issues that sort alike; by id when absent. */
  default OptionalLong orderOfTies(Walk walk) {
    return OptionalLong.empty();
  }

  /** What a page shows of the issues that belong on it. */
  default List<SimIssue> shown(List<SimIssue> page, Walk walk) {
    return page;
  }

  /** What a page of a walk by offsets says of how many there are. */
  default int total(int total, Walk walk) {
    return total;
  }

  /** What the approximate count says. */
  default int count(int count) {
    return count;
  }

  /** How far offsets reach; 0 for no end. */
  default int resultWindow(int window) {
    return window;
  }

  /** Whether the token of the page is no longer good. */
  default boolean refusesToken(Walk walk) {
    return false;
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
