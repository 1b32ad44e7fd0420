package dev.sluice.transforms.failure;

import dev.sluice.schemas.layout.ExitCode;
import dev.sluice.transforms.jira.JiraException;

/** Says what each way in which Jira can fail means for the scheduler. */
public final class JiraFailures {

  private JiraFailures() {}

  /**
   * Whether no other request can be expected to fare better: rejected credentials make every answer
   * doubtful, and an interrupted thread is meant to stop.
   */
  public static boolean endsTheRun(JiraException e) {
    return e instanceof JiraException.Unauthorised || e instanceof JiraException.Interrupted;
  }

  /** The exit code of a run that ends because of {@code e}. */
  public static ExitCode exitCode(JiraException e) {
    if (e instanceof JiraException.Unauthorised || e instanceof JiraException.Forbidden) {
      return ExitCode.DENIED;
    }
    if (e instanceof JiraException.Misconfigured
        || e instanceof JiraException.Refused
        || e instanceof JiraException.NotFound
        || e instanceof JiraException.Gone
        || e instanceof JiraException.NotJira) {
      return ExitCode.CONFIG;
    }
    return e instanceof JiraException.WindowExceeded ? ExitCode.DATA_GATE : ExitCode.UNAVAILABLE;
  }
}
