package dev.sluice.pipelines.cli;

import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.api.Edition;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which Jira is simulated. */
final class SimulatorOptions {

  private static final String STORM = "storm";

  /** What a bad day brings, several of them within the sixty requests of a demo. */
  private static final List<String> STORMY =
      List.of(
          "rate-limit=15/s",
          "errors-5xx=8%",
          "reset=4%",
          "truncate=4%",
          "short-pages=30%",
          "empty-pages=10%");

  @Option(
      names = "--edition",
      paramLabel = "cloud|datacenter",
      converter = EditionName.class,
      description = "Kind of Jira; default: cloud.")
  Edition edition = Edition.CLOUD;

  @Option(names = "--port", paramLabel = "N", description = "Port; default: a free one.")
  int port;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "What the made-up issues and the chance in faults start from; default: 1.")
  long seed = 1;

  @Option(
      names = "--faults",
      paramLabel = "FAULT",
      arity = "0..1",
      fallbackValue = STORM,
      split = ",",
      description =
          "Misbehave: rate-limit=5/s,errors-5xx=2%% ... (simulate --list-faults); without a value,"
              + " a storm of several.")
  List<String> faults = new ArrayList<>();

  @Option(names = "--latency", paramLabel = "150ms", description = "Answer this much later.")
  @Nullable String latency;

  /** The faults, each by itself. */
  List<String> faults() {
    return faults.stream()
        .flatMap(fault -> fault.equals(STORM) ? STORMY.stream() : Stream.of(fault))
        .toList();
  }

  JiraSimulator.Builder simulator(Clock clock) {
    List<String> all = new ArrayList<>(faults());
    if (latency != null) {
      all.add("latency=" + latency);
    }
    return JiraSimulator.builder().edition(edition).port(port).seed(seed).faults(all).clock(clock);
  }

  /** Starts it; what the options got wrong is a mistake of usage. */
  static JiraSimulator start(JiraSimulator.Builder builder) {
    try {
      return builder.start();
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          String.valueOf(e.getMessage()), "see 'sluice simulate --list-faults'");
    } catch (UncheckedIOException e) {
      throw new UsageException(
          "the simulated Jira cannot listen: " + e.getMessage(), "choose another --port");
    }
  }

  /** Reads an edition, with or without a dash. */
  static final class EditionName implements ITypeConverter<Edition> {

    @Override
    public Edition convert(String text) {
      return switch (text.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "")) {
        case "cloud" -> Edition.CLOUD;
        case "datacenter", "dc", "server" -> Edition.DATA_CENTER;
        default ->
            throw new TypeConversionException("expected cloud or datacenter, not '" + text + "'");
      };
    }
  }
}
