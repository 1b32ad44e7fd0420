package dev.sluice.gcp;

import dev.sluice.pipelines.cli.Console;
import dev.sluice.pipelines.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the program as its users do, with BigQuery as its output. */
final class Cloud {

  static final String TOKEN = "s3cr3t-t0ken-canary";
  static final String USER = "a@b.c";

  private final Path folder;
  private final String dataset;
  private final String root;
  private List<String> options = List.of();

  Cloud(Path folder, String dataset, String root) {
    this.folder = folder;
    this.dataset = dataset;
    this.root = root;
  }

  /** What a command left: exit code and both streams. */
  record Result(int exitCode, String out, String err) {}

  String dataset() {
    return dataset;
  }

  String root() {
    return root;
  }

  Cloud with(List<String> beamOptions) {
    options = List.copyOf(beamOptions);
    return this;
  }

  Cloud configured(URI jira, String... lines) {
    String yaml =
        """
        jira:
          url: %s
          auth: {type: basic, user: %s, token: "file:%s"}
          site: acme
          budget: {requests-per-second: 1000, concurrency: 4}
        output:
          type: bigquery
          project: %s
          dataset: %s
          location: %s
          staging: %s
          labels: {team: data}
        """
            .formatted(jira, USER, secret(), Emulators.PROJECT, dataset, Emulators.LOCATION, root);
    try {
      Files.writeString(config(), yaml + String.join("\n", lines) + "\n");
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path config() {
    return folder.resolve("sluice.yaml");
  }

  private Path secret() {
    try {
      return Files.writeString(folder.resolve("token"), TOKEN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Result execute(Clock clock, String verb, String... more) {
    List<String> all = new ArrayList<>(List.of(verb));
    all.addAll(List.of(more));
    all.add("--config=" + config());
    if (verb.equals("run") || verb.equals("sweep")) {
      all.addAll(options);
    }
    return execute(clock, all);
  }

  static Result execute(Clock clock, List<String> arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        Console.unattended(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    int exitCode = Main.execute(arguments.toArray(String[]::new), console, Map.of(), clock);
    return new Result(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
