package dev.sluice.pipelines.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every verb has. */
final class CommonOptions {

  static final String SUMMARY_FILE = "--summary-file";
  static final String OUTPUT = "--output";

  @Option(
      names = OUTPUT,
      paramLabel = "text|json",
      description = "Form of the result; json is one object on the last line.")
  OutputFormat output = OutputFormat.TEXT;

  @Option(
      names = SUMMARY_FILE,
      paramLabel = "FILE",
      description = "Write the result as JSON, on success and on failure.")
  @Nullable Path summaryFile;

  @Option(
      names = {"-q", "--quiet"},
      description = "No progress, only warnings and errors.")
  boolean quiet;

  @Option(
      names = "--log-format",
      paramLabel = "text|json",
      description = "Form of the log on standard error.")
  LogFormat logFormat = LogFormat.TEXT;

  @Option(names = "--debug", description = "More log, and stack traces.")
  boolean debug;

  Optional<Path> summaryFile() {
    return Optional.ofNullable(summaryFile);
  }
}
