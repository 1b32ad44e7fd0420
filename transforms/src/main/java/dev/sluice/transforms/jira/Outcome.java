package dev.sluice.transforms.jira;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of one request. Every answer, and every failure to get one, is exactly one of these.
 *
 * @param <T> what the body is read into
 */
sealed interface Outcome<T> {

  /** Returns the content, or throws the exception that belongs to the outcome. */
  T orThrow();

  /** Tells whether asking for fewer objects at a time may fare better. */
  default boolean seemsTooMuch() {
    return false;
  }

  /** A failure that may be over a little later. */
  sealed interface Transient<T> extends Outcome<T> {
    Problem problem();

    /** Tells whether it makes sense to send the same request again. */
    boolean repeatable();

    /** Returns how long the server told to wait at least. */
    Optional<Duration> told();

    /** Returns the same outcome told in other words. */
    Outcome<T> withProblem(Problem changed);
  }

  /** Jira answered as its interface promises. */
  record Page<T>(T body) implements Outcome<T> {
    @Override
    public T orThrow() {
      return body;
    }
  }

  /** Jira asks to slow down (429). */
  record Throttled<T>(Problem problem, Optional<Duration> told, Scope scope) implements Outcome<T> {
    @Override
    public T orThrow() {
      throw new JiraException.Unavailable(problem, Optional.empty());
    }
  }

  /** Nothing was sent, since an earlier answer asked for a pause that is not over. */
  record Held<T>(Duration remaining) implements Outcome<T> {
    @Override
    public T orThrow() {
      throw new JiraException.Unavailable(Trouble.PAUSED.with(), Optional.empty());
    }
  }

  /** No connection, no answer in time, a broken answer, or a server that cannot serve now. */
  record Unavailable<T>(
      Problem problem,
      boolean repeatable,
      boolean seemsTooMuch,
      Optional<Duration> told,
      Optional<Instant> returnsAt)
      implements Transient<T> {
    @Override
    public T orThrow() {
      throw new JiraException.Unavailable(problem, returnsAt);
    }

    @Override
    public Outcome<T> withProblem(Problem changed) {
      return new Unavailable<>(changed, repeatable, seemsTooMuch, told, returnsAt);
    }
  }

  /** A body that is not what the interface promises. */
  record Malformed<T>(Problem problem, boolean seemsTooMuch) implements Transient<T> {
    @Override
    public T orThrow() {
      throw new JiraException.Malformed(problem);
    }

    @Override
    public boolean repeatable() {
      return true;
    }

    @Override
    public Optional<Duration> told() {
      return Optional.empty();
    }

    @Override
    public Outcome<T> withProblem(Problem changed) {
      return new Malformed<>(changed, seemsTooMuch);
    }
  }

  /** A web page or a redirect instead of the interface. */
  record NotJira<T>(Problem problem, boolean repeatable) implements Transient<T> {
    @Override
    public T orThrow() {
      throw new JiraException.NotJira(problem);
    }

    @Override
    public Optional<Duration> told() {
      return Optional.empty();
    }

    @Override
    public Outcome<T> withProblem(Problem changed) {
      return new NotJira<>(changed, repeatable);
    }
  }

  /** The caller is not known; a secret read anew may help unless the login itself is locked. */
  record Unauthorised<T>(Problem problem, boolean renewable) implements Outcome<T> {
    @Override
    public T orThrow() {
      throw new JiraException.Unauthorised(problem);
    }
  }

  /** The caller is known and not allowed. */
  record Forbidden<T>(Problem problem) implements Outcome<T> {
    @Override
    public T orThrow() {
      throw new JiraException.Forbidden(problem);
    }
  }

  /** The request itself is wrong in Jira's eyes. */
  record Refused<T>(Problem problem, int status) implements Outcome<T> {
    /** The status by which a server, or a proxy before it, says that a body is too large. */
    static final int TOO_LARGE = 413;

    @Override
    public boolean seemsTooMuch() {
      return status == TOO_LARGE;
    }

    @Override
    public T orThrow() {
      throw new JiraException.Refused(problem, status);
    }
  }

  /** More than can be held at once, found out while it was read. */
  record Oversized<T>(Problem problem, int fitting) implements Outcome<T> {
    @Override
    public boolean seemsTooMuch() {
      return true;
    }

    @Override
    public T orThrow() {
      throw new JiraException.Refused(problem, Refused.TOO_LARGE);
    }
  }

  /** Missing, or hidden from the caller. */
  record NotFound<T>(Problem problem) implements Outcome<T> {
    @Override
    public T orThrow() {
      throw new JiraException.NotFound(problem);
    }
  }

  /** Removed from the interface. */
  record Gone<T>(Problem problem) implements Outcome<T> {
    @Override
    public T orThrow() {
      throw new JiraException.Gone(problem);
    }
  }
}
