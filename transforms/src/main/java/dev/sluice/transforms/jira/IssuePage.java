package dev.sluice.transforms.jira;

import java.time.Instant;
import java.util.List;

/**
 * One page of a search, whole: no page is handed on whose body did not arrive to its end.
 *
 * @param issues one UTF-8 JSON value each, byte for byte as Jira sent it, in Jira's order
 * @param serverTime the server's clock when it answered (UTC, whole seconds); the local clock when
 *     the server does not tell
 * @param bodyBytes size of the page's body, unpacked
 */
public record IssuePage(List<byte[]> issues, Instant serverTime, long bodyBytes) {

  /** Copies the list, not the bytes. */
  public IssuePage {
    issues = List.copyOf(issues);
  }
}
