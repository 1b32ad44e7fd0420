package dev.sluice.transforms.failure;

import dev.sluice.schemas.layout.ExitCode;
import dev.sluice.transforms.jira.JiraException;
import java.util.Set;

/** Says what each way in which Jira can fail means for the scheduler. */
public final class JiraFailures {

  private static final Set<Class<? extends JiraException>> DENIED =
      Set.of(JiraException.Unauthorised.class, JiraException.Forbidden.class);

  /** What does not pass, and is in the hands of whoever writes the configuration. */
  private static final Set<Class<? extends JiraException>> MISTAKEN =
      Set.of(
          JiraException.Misconfigured.class,
          JiraException.Refused.class,
          JiraException.NotFound.class,
          JiraException.Gone.class,
          JiraException.NotJira.class);

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
    return exitCode(e.getClass());
  }

  /** The exit code of a run that ends because of such an exception. */
  public static ExitCode exitCode(Class<? extends JiraException> kind) {
    if (DENIED.contains(kind)) {
      return ExitCode.DENIED;
    }
    if (MISTAKEN.contains(kind)) {
      return ExitCode.CONFIG;
    }
    if (kind == JiraException.Interrupted.class) {
      return ExitCode.INTERRUPTED;
    }
    return kind == JiraException.WindowExceeded.class ? ExitCode.DATA_GATE : ExitCode.UNAVAILABLE;
  }
}
