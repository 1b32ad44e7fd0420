package dev.sluice.pipelines.cli;

import dev.sluice.pipelines.run.RunException;
import dev.sluice.pipelines.run.StateChange;
import dev.sluice.schemas.layout.Documents;
import dev.sluice.schemas.layout.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sluice state}. */
@Command(
    name = "state",
    description = {
      "Show or change what is known between runs.",
      "Example: sluice state set --watermark 2026-01-31T08:30Z"
    })
final class StateCommand implements Subcommand {

  private static final String YES = "--yes";

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin ConfigOptions config = new ConfigOptions();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "get|set|export|import|clear",
      description = "What to do; default: get.")
  String action = "get";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FILE",
      description = "Where to export to or import from.")
  @Nullable Path file;

  @Option(
      names = "--watermark",
      paramLabel = "TIME",
      converter = InstantText.class,
      description = "With set: the next increment reads what changed since.")
  @Nullable Instant watermark;

  @Option(names = YES, description = "With clear and import: do it without asking.")
  boolean yes;

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public Report perform(Session session) {
    StateChange state = new StateChange(config.read(session), session.clock());
    return switch (action) {
      case "get" -> StateReport.of(state.read());
      case "set" -> StateReport.of(Optional.of(state.moveWatermark(wantedWatermark())));
      case "export" -> exported(state);
      case "import" -> imported(state);
      case "clear" -> cleared(state);
      default ->
          throw new UsageException(
              "'" + action + "' is none of get, set, export, import, clear",
              "see 'sluice state --help'");
    };
  }

  private Report exported(StateChange state) {
    State found =
        state
            .read()
            .orElseThrow(
                () ->
                    new RunException.StateRefused(
                        "there is no state to export",
                        "it begins with the first run that ends ok"));
    write(wantedFile(), Documents.write(found));
    return StateReport.of(Optional.of(found));
  }

  private Report imported(StateChange state) {
    requireYes("import replaces the state");
    return StateReport.of(Optional.of(state.replace(read(wantedFile()))));
  }

  private Report cleared(StateChange state) {
    requireYes("after clear the next run loads every issue again");
    state.clear();
    return StateReport.of(Optional.empty());
  }

  private void requireYes(String consequence) {
    if (!yes) {
      throw new UsageException(consequence, "add " + YES + " if that is what you want");
    }
  }

  private Instant wantedWatermark() {
    if (watermark == null) {
      throw new UsageException("set needs --watermark TIME", "see 'sluice state --help'");
    }
    return watermark;
  }

  private Path wantedFile() {
    if (file == null) {
      throw new UsageException(action + " needs a file", "see 'sluice state --help'");
    }
    return file;
  }

  private static void write(Path file, byte[] content) {
    try {
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new RunException.StateRefused("cannot read " + file, "name a file that is there");
    }
  }
}
