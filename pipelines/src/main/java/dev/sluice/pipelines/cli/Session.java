package dev.sluice.pipelines.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.pipelines.run.Launcher;
import dev.sluice.schemas.layout.Documents;
import dev.sluice.schemas.layout.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * One start of the program: its streams, its environment, its clock. Runs a verb and delivers what
 * it says, to each stream its own, whether it ends well or not.
 */
final class Session {

  private final Console console;
  private final Map<String, String> environment;
  private final Clock clock;
  private final Waiter waiter;
  private final Terminal terminal;

  Session(Console console, Map<String, String> environment, Clock clock, Waiter waiter) {
    this.console = console;
    this.environment = Map.copyOf(environment);
    this.clock = clock;
    this.waiter = waiter;
    this.terminal = new Terminal(console);
  }

  Console console() {
    return console;
  }

  Map<String, String> environment() {
    return environment;
  }

  Clock clock() {
    return clock;
  }

  /** Lets time pass. */
  Waiter waiter() {
    return waiter;
  }

  Terminal terminal() {
    return terminal;
  }

  /** What runs pipelines, telling how far they are as the options want it. */
  Launcher launcher(CommonOptions options) {
    return new Launcher(clock, ShownProgress.of(terminal, options), FailedSummary::told);
  }

  /** How text on standard output is drawn. */
  Style outStyle() {
    return Style.of(console.outAttended(), environment);
  }

  /** Performs a verb and returns the number the program ends with. */
  int perform(Verb verb, CommonOptions options) {
    Logging logging = Logging.start(terminal, options);
    try {
      Report report = verb.perform(this);
      terminal.live("");
      return deliver(report, options);
    } catch (RuntimeException | Error e) {
      return fail(e, options);
    } finally {
      logging.close();
    }
  }

  /** Ends with an error: its lines on standard error, its summary where one was asked for. */
  int fail(Throwable thrown, CommonOptions options) {
    terminal.live("");
    FailureReport failure = FailureReport.of(thrown);
    tell(failure, options);
    if (options.debug) {
      terminal.line(LogLine.trace(thrown));
    }
    writeSummary(FailedSummary.of(failure, thrown, clock.instant()), options)
        .ifPresent(unwritten -> tell(unwritten, options));
    return failure.exitCode().code();
  }

  private int deliver(Report report, CommonOptions options) {
    if (options.output == OutputFormat.TEXT) {
      String text = report.text(outStyle());
      if (!text.isEmpty()) {
        console.out().println(text);
        console.out().flush();
      }
    }
    report.failure().ifPresent(failure -> tell(failure, options));
    Optional<FailureReport> unwritten = writeSummary(report.json(), options);
    unwritten.ifPresent(failure -> tell(failure, options));
    boolean ended = report.exitCode() != ExitCode.OK;
    return (ended ? report.exitCode() : unwritten.map(FailureReport::exitCode).orElse(ExitCode.OK))
        .code();
  }

  /** Returns why the file could not be written; the result itself is not lost by that. */
  private Optional<FailureReport> writeSummary(Object summary, CommonOptions options) {
    if (options.output == OutputFormat.JSON) {
      console.out().println(Documents.writeLine(summary));
      console.out().flush();
    }
    try {
      options.summaryFile().ifPresent(file -> write(file, Documents.write(summary)));
      return Optional.empty();
    } catch (UncheckedIOException e) {
      return Optional.of(FailureReport.of(e));
    }
  }

  private static void write(Path file, byte[] content) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write the summary file " + file + " (" + e.getClass().getSimpleName() + ")", e);
    }
  }

  private void tell(FailureReport failure, CommonOptions options) {
    if (options.logFormat == LogFormat.JSON) {
      ObjectNode line = JsonNodeFactory.instance.objectNode();
      line.put("time", clock.instant().toString());
      line.put("level", "error");
      line.put("class", failure.kind());
      line.put("message", String.join("; ", failure.messages()));
      line.put("hint", failure.hint());
      terminal.line(line.toString());
      return;
    }
    Style style = Style.of(console.errAttended(), environment);
    failure.messages().forEach(message -> terminal.line(style.bad("error:") + " " + message));
    terminal.line("  " + style.bold("hint:") + " " + failure.hint());
  }
}
