package dev.sluice.pipelines.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/** The options of the runner: what is best for a load, unless the caller says otherwise. */
public final class RunnerOptions {

  /** Reading threads wait for Jira most of the time; two more keep the rest of the graph going. */
  private static final int BESIDE_THE_READERS = 2;

  private RunnerOptions() {}

  /**
   * Reads Beam's options.
   *
   * @param arguments {@code --camelCase=value} each
   * @param concurrency how many shards are read at the same time
   * @throws RunException.RunnerRefused when Beam does not know one of them or its value
   */
  public static PipelineOptions of(List<String> arguments, int concurrency) {
    List<String> all = new ArrayList<>(arguments);
    addUnlessGiven(all, "targetParallelism", Integer.toString(concurrency + BESIDE_THE_READERS));
    // The launcher shows progress while it waits.
    addUnlessGiven(all, "blockOnRun", "false");
    // Checks for authors of transforms: they copy every element, and the tests keep them on.
    addUnlessGiven(all, "enforceImmutability", "false");
    addUnlessGiven(all, "enforceEncodability", "false");
    PipelineOptionsFactory.register(WorkerOptions.class);
    try {
      PipelineOptions options =
          PipelineOptionsFactory.fromArgs(all.toArray(String[]::new)).withValidation().create();
      options.as(WorkerOptions.class).setMaxNumWorkers(workers(options));
      return options;
    } catch (IllegalArgumentException e) {
      throw new RunException.RunnerRefused(
          "Beam refuses the options " + String.join(" ", arguments) + ": " + e.getMessage(),
          "see 'sluice run --help' for the options of sluice; others go to Beam as they are");
    }
  }

  /**
   * How many JVMs read at most, each with its share of the budget. One reader can use up what any
   * Jira allows, so it is one unless the caller says otherwise; DirectRunner is never more.
   */
  static int workers(PipelineOptions options) {
    return options.getRunner() == DirectRunner.class
        ? 1
        : Math.max(1, options.as(WorkerOptions.class).getMaxNumWorkers());
  }

  /** Whether a runner or a service on the class path has an option of this name. */
  public static boolean isKnown(String name) {
    String setter = "set" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    return PipelineOptionsFactory.getRegisteredOptions().stream()
        .flatMap(options -> Arrays.stream(options.getMethods()))
        .anyMatch(method -> method.getName().equals(setter));
  }

  private static void addUnlessGiven(List<String> arguments, String name, String value) {
    boolean given =
        arguments.stream()
            .anyMatch(each -> each.equals("--" + name) || each.startsWith("--" + name + "="));
    if (!given) {
      arguments.add("--" + name + "=" + value);
    }
  }
}
