package dev.sluice.pipelines;

import static java.util.Comparator.naturalOrder;

import dev.sluice.pipelines.cli.Console;
import dev.sluice.pipelines.cli.Main;
import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.api.Edition;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where a reader of the documentation is: a folder with the configuration of the README, whose Jira
 * is the simulated one. Paths that begin with {@code ./} are in that folder, those that begin with
 * {@code docs/} in the repository; {@code RUN} stands for the run of the warehouse that came last.
 */
final class DocumentedShell implements AutoCloseable {

  private static final String USER = "you@acme.com";
  private static final String RUN = "RUN";

  private final Path folder;
  private final Clock clock;
  private final JiraSimulator jira;

  private DocumentedShell(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
    this.jira =
        JiraSimulator.builder()
            .site(Sluice.site(80))
            .edition(Edition.CLOUD)
            .credentials(USER, Sluice.TOKEN)
            .clock(clock)
            .start();
    write("token", Sluice.TOKEN);
    write("sluice.yaml", configuration());
  }

  /** Where time stands still, so that a demo has the same content each time. */
  static DocumentedShell atFixedTime(Path folder) {
    return new DocumentedShell(folder, Clock.fixed(Sluice.NOW, ZoneOffset.UTC));
  }

  /** Where time goes on, for commands that wait for something. */
  static DocumentedShell inTime(Path folder) {
    Clock real = Clock.systemUTC();
    return new DocumentedShell(
        folder, Clock.offset(real, Duration.between(real.instant(), Sluice.NOW)));
  }

  private String configuration() {
    DocumentedPage readme = DocumentedPage.read(DocumentedPage.ROOT.resolve("README.md"));
    return readme.fences().stream()
        .filter(fence -> fence.language().equals("yaml"))
        .findFirst()
        .orElseThrow()
        .text()
        .replaceFirst("url: \\S+", "url: " + jira.baseUri())
        .replaceFirst("\\[MKTG, OPS]", "[MKTG, CREA]")
        .replaceFirst("env:JIRA_TOKEN", "file:" + folder.resolve("token"))
        .replaceFirst("requests-per-second: \\d+", "requests-per-second: 1000")
        .replaceFirst("path: \\./", "path: " + folder + "/");
  }

  Sluice.Result execute(DocumentedCommand command) {
    return execute(command.words());
  }

  Sluice.Result execute(List<String> words) {
    List<String> arguments =
        new ArrayList<>(
            words.stream().map(word -> word.equals(RUN) ? lastRun() : placed(word)).toList());
    if (words.get(0).equals("demo") && words.stream().noneMatch("--output-path"::equals)) {
      arguments.add("--output-path=" + folder.resolve("sluice-demo"));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        Console.unattended(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    Map<String, String> environment =
        Map.of("SLUICE_CONFIG", folder.resolve("sluice.yaml").toString());
    int exitCode = Main.execute(arguments.toArray(String[]::new), console, environment, clock);
    return new Sluice.Result(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private String lastRun() {
    try (Stream<Path> runs = Files.list(folder.resolve("warehouse/_sluice/runs"))) {
      return runs.map(run -> run.getFileName().toString()).max(naturalOrder()).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A word of a command, or a statement in SQL, with its paths where they are here. */
  String placed(String text) {
    return text.replaceAll("(^|')\\./", "$1" + folder + "/")
        .replaceAll("(^|')docs/", "$1" + DocumentedPage.ROOT.resolve("docs") + "/");
  }

  /** Writes a file into the folder and returns how commands name it. */
  String write(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
      return "./" + name;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    jira.close();
  }
}
