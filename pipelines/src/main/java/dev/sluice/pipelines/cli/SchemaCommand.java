package dev.sluice.pipelines.cli;

import dev.sluice.pipelines.config.SluiceConfig;
import dev.sluice.pipelines.run.Connections;
import dev.sluice.pipelines.run.FieldRegistryFiles;
import dev.sluice.pipelines.run.SchemaHistory;
import dev.sluice.pipelines.run.SiteFields;
import dev.sluice.pipelines.run.WarehouseRoot;
import dev.sluice.schemas.field.FieldRegistry;
import dev.sluice.transforms.jira.JiraClient;
import dev.sluice.transforms.store.WarehouseStore;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sluice schema}. */
@Command(
    name = "schema",
    description = {
      "Show the columns of custom fields and what changed about them, or give one another name.",
      "show: the columns, now or at a time. diff: what differs between two times.",
      "changes: every change that runs have seen. check: what the next run would change; reads Jira.",
      "rename FIELD COLUMN: writes fields.columns into the configuration."
    },
    footer = {
      "",
      "Examples:",
      "  sluice schema show --format bigquery",
      "  sluice schema rename 'Campaign Budget' media_budget",
      "  sluice schema check --strict    # ends in 65 when anything would change"
    })
final class SchemaCommand implements Subcommand {

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin ConfigOptions config = new ConfigOptions();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "show|diff|changes|rename|check",
      description = "What to do; default: show.")
  String action = "show";

  @Parameters(
      index = "1..*",
      arity = "0..2",
      paramLabel = "FIELD COLUMN",
      description = "With rename: id, name or column of a field, and the column it is to have.")
  List<String> arguments = List.of();

  @Option(
      names = "--at",
      paramLabel = "TIME",
      converter = InstantText.class,
      description = "With show: the columns of that time; default: now.")
  @Nullable Instant at;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      converter = InstantText.class,
      description = "With diff: since when; default: before the latest change.")
  @Nullable Instant from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      converter = InstantText.class,
      description = "With diff: until when; default: now.")
  @Nullable Instant to;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "With show: table, markdown, json, or table issue as avro, bigquery or ddl (DuckDB).")
  SchemaFormat format = SchemaFormat.TABLE;

  @Option(names = "--strict", description = "With check: end with 65 when anything would change.")
  boolean strict;

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public Report perform(Session session) {
    SluiceConfig read = config.read(session);
    WarehouseStore store = WarehouseRoot.at(read.outputPath()).store();
    if (arguments.size() != (action.equals("rename") ? 2 : 0)) {
      throw mistake();
    }
    return switch (action) {
      case "show" -> show(new FieldRegistryFiles(store).newest(), session.clock().instant());
      case "diff" ->
          SchemaDiff.between(
              new FieldRegistryFiles(store).newest(), from, to, session.clock().instant());
      case "changes" -> new SchemaChangesReport(SchemaHistory.of(store));
      case "check" -> check(read, session);
      case "rename" ->
          new SchemaRename(
                  new FieldRegistryFiles(store).newest(),
                  read,
                  config.file(session),
                  session.environment())
              .to(arguments.get(0), arguments.get(1));
      default -> throw mistake();
    };
  }

  private Report show(FieldRegistry registry, Instant now) {
    Instant moment = at == null ? now : at;
    return new SchemaShow(registry.version(), moment, registry.at(moment), format);
  }

  private Report check(SluiceConfig read, Session session) {
    try (JiraClient client = JiraClient.open(Connections.to(read.jira()))) {
      SiteFields site = SiteFields.of(client, read, session.clock());
      return new SchemaCheck(site.schema(), strict);
    }
  }

  private static UsageException mistake() {
    return new UsageException(
        "expected 'schema show', 'diff', 'changes', 'check' or 'rename FIELD COLUMN'",
        "see 'sluice schema --help'");
  }
}
