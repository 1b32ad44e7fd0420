package dev.sluice.pipelines.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.sluice.pipelines.check.Unreachable;
import dev.sluice.pipelines.config.ConfigException;
import dev.sluice.pipelines.run.RunException;
import dev.sluice.schemas.layout.ExitCode;
import dev.sluice.schemas.layout.RunSummary;
import dev.sluice.transforms.jira.JiraException;
import dev.sluice.transforms.sweep.SuspiciousCensusException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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

  /**
   * The failure that an exception stands for; causes are looked through. Whatever an interruption
   * made fail, the interruption is the reason.
   */
  static FailureReport of(Throwable thrown) {
    List<Throwable> causes =
        Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).limit(DEEPEST_CAUSE).toList();
    if (causes.stream().anyMatch(FailureReport::isInterruption)) {
      return of(FailureKind.INTERRUPTED, List.of("interrupted"), "start it again");
    }
    return causes.stream()
        .flatMap(cause -> known(cause).stream())
        .findFirst()
        .orElseGet(() -> bug(thrown));
  }

  private static boolean isInterruption(Throwable thrown) {
    return thrown instanceof InterruptedException || thrown instanceof ClosedByInterruptException;
  }

  /** The form it has in a summary. */
  RunSummary.Failure failure() {
    return new RunSummary.Failure(kind, String.join("; ", messages), hint, retryAt.orElse(null));
  }

  private static Optional<FailureReport> known(Throwable thrown) {
    if (thrown instanceof CommandLine.ParameterException parameters) {
      return Optional.of(OptionMistake.report(parameters));
    }
    if (isOfFiles(thrown)) {
      return Optional.of(
          of(
              FailureKind.OUTPUT_UNAVAILABLE,
              List.of(message(thrown)),
              "look at the disk or the mount, then start again"));
    }
    return FailureKind.of(thrown).map(kind -> told(kind, thrown));
  }

  private static FailureReport told(FailureKind kind, Throwable thrown) {
    if (thrown instanceof JiraException jira) {
      Optional<Instant> retryAt =
          jira instanceof JiraException.Unavailable unavailable
              ? unavailable.returnsAt()
              : Optional.empty();
      return new FailureReport(
          kind.exitCode(), kind.word(), List.of(message(jira)), jira.hint(), retryAt);
    }
    if (thrown instanceof ConfigException config) {
      return of(kind, config.messages(), config.hint());
    }
    if (thrown instanceof RunException.SchemaDrift drift) {
      return of(kind, drift.changes(), drift.hint());
    }
    return of(kind, List.of(message(thrown)), hint(thrown));
  }

  private static String hint(Throwable thrown) {
    if (thrown instanceof RunException run) {
      return run.hint();
    }
    if (thrown instanceof SuspiciousCensusException census) {
      return census.hint();
    }
    if (thrown instanceof Unreachable unreachable) {
      return unreachable.hint();
    }
    return thrown instanceof UsageException usage ? usage.hint() : "see docs/troubleshooting.md";
  }

  private static FailureReport of(FailureKind kind, List<String> messages, String hint) {
    return new FailureReport(kind.exitCode(), kind.word(), messages, hint);
  }

  /** A document that cannot be written as JSON is a bug, not a full disk. */
  private static boolean isOfFiles(Throwable thrown) {
    Throwable cause = thrown instanceof UncheckedIOException ? thrown.getCause() : thrown;
    return cause instanceof IOException && !(cause instanceof JsonProcessingException);
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
