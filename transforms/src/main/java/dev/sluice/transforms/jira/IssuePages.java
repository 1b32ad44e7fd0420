package dev.sluice.transforms.jira;

import java.util.Optional;

/**
 * Walks through the pages of one search, in the order of its JQL. For one thread. A page may be
 * empty and still not be the last.
 */
public interface IssuePages {

  /**
   * Fetches the next page.
   *
   * @return the page, or empty after the last one
   * @throws JiraException when Jira does not answer; {@link JiraException.TokenRefused} when the
   *     walk has to begin anew; {@link JiraException.WindowExceeded} when the rest needs a query of
   *     its own
   */
  Optional<IssuePage> next();
}
