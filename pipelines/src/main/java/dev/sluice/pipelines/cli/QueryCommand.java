package dev.sluice.pipelines.cli;

import dev.sluice.pipelines.question.ReadyQuestion;
import dev.sluice.pipelines.run.WarehouseRoot;
import dev.sluice.schemas.layout.WarehouseLayout;
import dev.sluice.transforms.local.LocalWarehouse;
import dev.sluice.transforms.local.OpenWarehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sluice query}. */
@Command(
    name = "query",
    description = {
      "Ask the local warehouse, in SQL or by the name of a ready question. Nothing is changed.",
      "Example: sluice query time-in-status --project MKTG",
      "Example: sluice query \"SELECT key, summary FROM issue WHERE NOT _deleted LIMIT 5\""
    })
final class QueryCommand implements Subcommand {

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin ConfigOptions config = new ConfigOptions();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "SQL|QUESTION",
      completionCandidates = QuestionNames.class,
      description = "What to ask.")
  @Nullable String question;

  @Option(names = "--file", paramLabel = "FILE", description = "Read the SQL from a file.")
  @Nullable Path file;

  @Option(names = "--list", description = "Show the ready questions.")
  boolean list;

  @Option(
      names = "--project",
      paramLabel = "KEY",
      description = "With a ready question: only this project.")
  @Nullable String project;

  @Option(
      names = "--format",
      paramLabel = "table|csv|json|markdown",
      description = "Form of the answer; default: table.")
  AnswerFormat format = AnswerFormat.TABLE;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Most rows of a table to show; default: 100. The other forms show all.")
  int limit = 100;

  @Option(
      names = "--export",
      arity = "2",
      paramLabel = "FORMAT DIR",
      description =
          "Write the answer as parquet or csv into a folder; without a question, every table and"
              + " view.")
  @Nullable List<String> export;

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public Report perform(Session session) {
    if (list) {
      return new QuestionList(ReadyQuestion.all(), session.console().columns());
    }
    if (question == null && file == null && export == null) {
      throw new UsageException(
          "there is no question", "write SQL or one of 'sluice query --list' after 'query'");
    }
    try (OpenWarehouse warehouse = open(session)) {
      if (export != null) {
        return new ExportReport(exported(warehouse, export.get(0), Path.of(export.get(1))));
      }
      Asked asked = asked();
      Answer answer = new Answer();
      warehouse.ask(asked.sql(), asked.values(), answer);
      return new AnswerReport(answer, format, limit, session.console().columns());
    }
  }

  /** What a shell completes. */
  static final class QuestionNames implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
      return ReadyQuestion.all().stream().map(ReadyQuestion::name).iterator();
    }
  }

  private OpenWarehouse open(Session session) {
    Path database =
        WarehouseRoot.folder(config.warehouse(session)).resolve(WarehouseLayout.LOCAL_WAREHOUSE);
    if (!Files.exists(database)) {
      throw new UsageException(
          "there is no local warehouse at " + database,
          "make it with 'sluice warehouse rebuild', or load something with 'sluice run'");
    }
    return LocalWarehouse.required().open(database);
  }

  private record Asked(String sql, List<String> values) {}

  private Asked asked() {
    if (file != null) {
      return new Asked(read(file), List.of());
    }
    String text = question == null ? "" : question.strip();
    if (text.contains(" ") || text.contains("\n")) {
      return new Asked(text, List.of());
    }
    ReadyQuestion ready =
        ReadyQuestion.named(text)
            .orElseThrow(
                () ->
                    new UsageException(
                        "'" + text + "' is neither SQL nor a ready question",
                        "'sluice query --list' shows those there are"));
    Map<String, String> given = new HashMap<>();
    if (project != null) {
      given.put("project", project);
    }
    return new Asked(ready.positional(), ready.values(given));
  }

  private List<Path> exported(OpenWarehouse warehouse, String wanted, Path folder) {
    if (!List.of("parquet", "csv").contains(wanted)) {
      throw new UsageException(
          "'" + wanted + "' is no form to export to", "write --export parquet DIR or csv DIR");
    }
    Path absolute = folder.toAbsolutePath();
    if (question == null && file == null) {
      return warehouse.export(absolute, wanted);
    }
    Asked asked = asked();
    return List.of(warehouse.export(asked.sql(), asked.values(), absolute, wanted));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
