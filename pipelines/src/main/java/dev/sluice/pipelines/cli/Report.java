package dev.sluice.pipelines.cli;

import dev.sluice.schemas.layout.ExitCode;
import java.util.Optional;

/** What a verb has to say when it ends. */
interface Report {

  /** For people: the lines of standard output, without the last line break; may be empty. */
  String text(Style style);

  /** For programs: what {@code Documents} writes as one object. */
  Object json();

  ExitCode exitCode();

  /** Why it did not end well, for standard error; empty when it did or when the text says it. */
  default Optional<FailureReport> failure() {
    return Optional.empty();
  }
}
