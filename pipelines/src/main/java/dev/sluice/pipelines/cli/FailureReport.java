package dev.sluice.pipelines.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.sluice.pipelines.check.Unreachable;
import dev.sluice.pipelines.config.ConfigException;
import dev.sluice.pipelines.run.RunException;
import dev.sluice.schemas.layout.ExitCode;
import dev.sluice.schemas.layout.RunSummary;
import dev.sluice.transforms.failure.JiraFailures;
import dev.sluice.transforms.jira.JiraException;
import dev.sluice.transforms.sweep.SuspiciousCensusException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/**
 * What went wrong, what to do, and how the program ends: the one place that knows what each
 * exception means to the user.
 *
 * @param kind the class of the failure, a word that stays the same
 * @param messages what happened, one line each
 * @param retryAt before this moment starting again is pointless, where that is known
 */
record FailureReport(
    ExitCode exitCode, String kind, List<String> messages, String hint, Optional<Instant> retryAt) {

  private static final int DEEPEST_CAUSE = 30;

  FailureReport(ExitCode exitCode, String kind, List<String> messages, String hint) {
    this(exitCode, kind, messages, hint, Optional.empty());
  }

  /** The failure that an exception stands for; causes are looked through. */
  static FailureReport of(Throwable thrown) {
    Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
      Optional<FailureReport> known = known(cause);
      if (known.isPresent()) {
        return known.get();
      }
      cause = cause.getCause();
    }
    return bug(thrown);
  }

  /** The form it has in a summary. */
  RunSummary.Failure failure() {
    return new RunSummary.Failure(kind, String.join("; ", messages), hint, retryAt.orElse(null));
  }

  private static Optional<FailureReport> known(Throwable thrown) {
    if (thrown instanceof JiraException jira) {
      return Optional.of(ofJira(jira));
    }
    if (thrown instanceof RunException run) {
      return Optional.of(single(runCode(run), run.getClass().getSimpleName(), run, run.hint()));
    }
    if (thrown instanceof SuspiciousCensusException census) {
      return Optional.of(single(ExitCode.DATA_GATE, "SuspiciousCensus", census, census.hint()));
    }
    if (thrown instanceof Unreachable unreachable) {
      return Optional.of(
          single(ExitCode.UNAVAILABLE, "Unreachable", unreachable, unreachable.hint()));
    }
    if (thrown instanceof ConfigException config) {
      return Optional.of(
          new FailureReport(ExitCode.CONFIG, "Configuration", config.messages(), config.hint()));
    }
    if (thrown instanceof UsageException usage) {
      return Optional.of(single(ExitCode.USAGE, "Usage", usage, usage.hint()));
    }
    if (thrown instanceof CommandLine.ParameterException parameters) {
      return Optional.of(OptionMistake.report(parameters));
    }
    if (thrown instanceof InterruptedException) {
      return Optional.of(
          new FailureReport(
              ExitCode.INTERRUPTED, "Interrupted", List.of("interrupted"), "start it again"));
    }
    boolean ofFiles = thrown instanceof IOException && !(thrown instanceof JsonProcessingException);
    if (ofFiles || (thrown instanceof UncheckedIOException unchecked && isOfFiles(unchecked))) {
      return Optional.of(
          single(
              ExitCode.UNAVAILABLE,
              "OutputUnavailable",
              thrown,
              "look at the disk or the mount, then start again"));
    }
    return Optional.empty();
  }

  /** A document that cannot be written as JSON is a bug, not a full disk. */
  private static boolean isOfFiles(UncheckedIOException thrown) {
    return !(thrown.getCause() instanceof JsonProcessingException);
  }

  private static FailureReport ofJira(JiraException jira) {
    return new FailureReport(
        jiraCode(jira),
        jira.getClass().getSimpleName(),
        List.of(message(jira)),
        jira.hint(),
        jira instanceof JiraException.Unavailable unavailable
            ? unavailable.returnsAt()
            : Optional.empty());
  }

  private static ExitCode jiraCode(JiraException jira) {
    return jira instanceof JiraException.Interrupted
        ? ExitCode.INTERRUPTED
        : JiraFailures.exitCode(jira);
  }

  private static ExitCode runCode(RunException run) {
    if (run instanceof RunException.Locked) {
      return ExitCode.LOCKED;
    }
    if (run instanceof RunException.OutputUnavailable) {
      return ExitCode.UNAVAILABLE;
    }
    if (run instanceof RunException.RunnerRefused
        || run instanceof RunException.NoSuchRun
        || run instanceof RunException.StateRefused) {
      return ExitCode.USAGE;
    }
    return run instanceof RunException.NoSummary ? ExitCode.BUG : ExitCode.CONFIG;
  }

  private static FailureReport single(ExitCode code, String kind, Throwable thrown, String hint) {
    return new FailureReport(code, kind, List.of(message(thrown)), hint);
  }

  private static FailureReport bug(Throwable thrown) {
    return new FailureReport(
        ExitCode.BUG,
        thrown.getClass().getSimpleName(),
        List.of("unexpected " + thrown.getClass().getSimpleName() + ": " + message(thrown)),
        "this is a bug in sluice; start again with --debug and report what it prints");
  }

  private static String message(Throwable thrown) {
    String message = thrown.getMessage();
    return message == null ? thrown.getClass().getSimpleName() : message.strip();
  }
}
