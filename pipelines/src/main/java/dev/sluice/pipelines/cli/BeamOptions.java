package dev.sluice.pipelines.cli;

import dev.sluice.pipelines.run.RunException;
import dev.sluice.pipelines.run.RunnerOptions;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.UnmatchedArgumentException;

/** What no option of a verb takes, on its way to Beam. */
final class BeamOptions {

  private static final String FORM = "--[a-z][a-zA-Z0-9]*(=.*)?";

  private BeamOptions() {}

  /** Refuses what Beam does not know either; a slip is then told with our own words. */
  static void check(List<String> rest, @Nullable CommandSpec spec) {
    for (int i = 0; i < rest.size(); i++) {
      boolean valueFollows = i + 1 < rest.size() && !rest.get(i + 1).startsWith("--");
      if (!rest.get(i).matches(FORM) || valueFollows) {
        throw unknown(rest.get(i), spec);
      }
    }
    try {
      RunnerOptions.of(rest, 1);
    } catch (RunException.RunnerRefused e) {
      throw rest.size() == 1 ? unknown(rest.get(0), spec) : e;
    }
  }

  private static UnmatchedArgumentException unknown(String argument, @Nullable CommandSpec spec) {
    return new UnmatchedArgumentException(
        Objects.requireNonNull(spec).commandLine(), List.of(argument));
  }
}
