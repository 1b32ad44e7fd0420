package dev.sluice.bench;

import dev.sluice.schemas.layout.Documents;
import dev.sluice.schemas.layout.RunSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Starts the programs that are measured, each in a folder that is gone afterwards. */
final class Workbench implements AutoCloseable {

  private final Settings settings;
  private final Path root;
  private int folders;

  Workbench(Settings settings) throws IOException {
    this.settings = settings;
    this.root = Files.createTempDirectory("sluice-bench");
  }

  /** What a load left and what it has cost. */
  record Loaded(RunSummary summary, Child.Cost cost) {

    long issues() {
      return summary.rows().getOrDefault("issue", 0L);
    }
  }

  Settings settings() {
    return settings;
  }

  /** A new, empty folder with the token that every simulated Jira accepts. */
  Path folder() throws IOException {
    Path folder = Files.createDirectory(root.resolve("b" + folders++));
    Files.writeString(folder.resolve("token"), "bench");
    return folder;
  }

  /** {@code sluice run} into a warehouse in {@code folder}. */
  Loaded load(Path folder, Load load) throws IOException, InterruptedException {
    try (Child run = startLoad(folder, load)) {
      return ended(folder, run.await(() -> {}));
    }
  }

  Child startLoad(Path folder, Load load) throws IOException {
    Files.writeString(folder.resolve("sluice.yaml"), load.configuration());
    List<String> verb = List.of("run", "--quiet", "--summary-file", "summary.json");
    return Child.start(folder, "run", sluice(verb), load.javaOptions());
  }

  Loaded ended(Path folder, Child.Cost cost) throws IOException {
    byte[] summary = Files.readAllBytes(folder.resolve("summary.json"));
    return new Loaded(Documents.read(summary, RunSummary.class), cost);
  }

  /** {@code sluice simulate}, a seeded Jira Cloud in a process of its own. */
  Child simulate(int issues) throws IOException {
    return simulate(List.of("--issues", Integer.toString(issues)));
  }

  /** The same with the issues of these files. */
  Child simulate(Collection<Path> data) throws IOException {
    List<String> options = new ArrayList<>(List.of("--data"));
    data.forEach(file -> options.add(file.toString()));
    return simulate(options);
  }

  private Child simulate(List<String> options) throws IOException {
    List<String> verb = new ArrayList<>(List.of("simulate", "--quiet"));
    verb.addAll(options);
    return Child.start(folder(), "simulate", sluice(verb), "");
  }

  static URI addressOf(Child simulator) throws IOException, InterruptedException {
    return URI.create(simulator.firstLine());
  }

  /** A program of this package, started with the flags the launcher script starts sluice with. */
  Child.Cost java(Path folder, Class<?> program, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
    command.addAll(List.of("-Xshare:auto", "-XX:+UseParallelGC", "-XX:TieredStopAtLevel=4"));
    command.addAll(List.of("-cp", settings.libraries(), program.getName()));
    command.addAll(List.of(arguments));
    try (Child child = Child.start(folder, program.getSimpleName(), command, "")) {
      return child.await(() -> {});
    }
  }

  private List<String> sluice(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(settings.home().resolve("sluice").toString());
    command.addAll(arguments);
    return command;
  }

  void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(Workbench::deleteOne);
    }
  }

  @Override
  public void close() throws IOException {
    delete(root);
  }

  private static void deleteOne(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
