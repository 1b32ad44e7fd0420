package dev.sluice.transforms.jira;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ends a call to Jira that could not be answered. {@link #getMessage()} says what happened, {@link
 * #hint()} what a person should do; neither ever holds a secret. Whatever is worth repeating has
 * been repeated before one of these is thrown.
 */
public abstract sealed class JiraException extends RuntimeException {
  private final String hint;

  private JiraException(Problem problem) {
    super(problem.message());
    this.hint = problem.hint();
  }

  /** Returns what to do about it, one or two sentences. */
  public String hint() {
    return hint;
  }

  /** The configuration cannot work, and no request was needed to see it. */
  public static final class Misconfigured extends JiraException {
    Misconfigured(Problem problem) {
      super(problem);
    }
  }

  /** Jira does not know the caller: wrong, expired or missing credentials, or a locked login. */
  public static final class Unauthorised extends JiraException {
    Unauthorised(Problem problem) {
      super(problem);
    }
  }

  /** Jira knows the caller and does not let it have this. */
  public static final class Forbidden extends JiraException {
    Forbidden(Problem problem) {
      super(problem);
    }
  }

  /** Jira understood the request and refuses it: mostly bad JQL, in Jira's own words. */
  public static final class Refused extends JiraException {
    private final int status;

    Refused(Problem problem, int status) {
      super(problem);
      this.status = status;
    }

    /** Returns the HTTP status, 400 for a refused query, 413 for a page that is too large. */
    public int status() {
      return status;
    }
  }

  /**
   * Jira no longer accepts the token of the next page. A search begun anew gets a fresh one; doing
   * so once is sound, doing so for ever is not.
   */
  public static final class TokenRefused extends JiraException {
    private final int pageSize;

    TokenRefused(Problem problem, int pageSize) {
      super(problem);
      this.pageSize = pageSize;
    }

    /** Returns how many issues were asked for: less than usual after a page that was too large. */
    public int pageSize() {
      return pageSize;
    }
  }

  /**
   * Jira does not page any further, though the search has more: Data Center 11 shows 10,000 issues
   * of one query. What remains has to be asked for by a narrower one.
   */
  public static final class WindowExceeded extends JiraException {
    WindowExceeded(Problem problem) {
      super(problem);
    }
  }

  /** Nothing is there, or the caller may not see it: Jira does not tell which. */
  public static final class NotFound extends JiraException {
    NotFound(Problem problem) {
      super(problem);
    }
  }

  /** Jira has removed what was asked for. */
  public static final class Gone extends JiraException {
    Gone(Problem problem) {
      super(problem);
    }
  }

  /** Jira could not be reached or did not serve, and repeating did not help. */
  public static final class Unavailable extends JiraException {
    private final @Nullable Instant returnsAt;

    Unavailable(Problem problem, Optional<Instant> returnsAt) {
      super(problem);
      this.returnsAt = returnsAt.orElse(null);
    }

    /** Returns the moment (UTC) before which asking again is pointless, when Jira has told one. */
    public Optional<Instant> returnsAt() {
      return Optional.ofNullable(returnsAt);
    }
  }

  /** Jira answered, but not with what its interface promises, also when asked again. */
  public static final class Malformed extends JiraException {
    Malformed(Problem problem) {
      super(problem);
    }
  }

  /** What answers at the address is not Jira's REST interface. */
  public static final class NotJira extends JiraException {
    NotJira(Problem problem) {
      super(problem);
    }
  }

  /** The thread was interrupted while waiting; its interrupt flag is set again. */
  public static final class Interrupted extends JiraException {
    Interrupted() {
      super(Trouble.INTERRUPTED.with());
      Thread.currentThread().interrupt();
    }
  }
}
