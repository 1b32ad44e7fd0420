package dev.sluice.pipelines.cli;

import dev.sluice.pipelines.run.LocalRebuild;
import dev.sluice.pipelines.run.WarehouseRoot;
import dev.sluice.transforms.local.LocalWarehouseException;
import dev.sluice.transforms.local.Merge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code sluice warehouse}. */
@Command(
    name = "warehouse",
    description = {
      "Make the local warehouse anew from the Avro files alone.",
      "Example: sluice warehouse rebuild"
    })
final class WarehouseCommand implements Subcommand {

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin ConfigOptions config = new ConfigOptions();

  @Parameters(index = "0", paramLabel = "rebuild", description = "What to do.")
  String action = "";

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public Report perform(Session session) {
    if (!action.equals("rebuild")) {
      throw new UsageException(
          "'" + action + "' is not 'rebuild'", "see 'sluice warehouse --help'");
    }
    WarehouseRoot root = WarehouseRoot.at(config.warehouse(session));
    LocalRebuild rebuild = new LocalRebuild(root, config.marts(session), session.clock());
    Merge merge = rebuild.perform();
    if (merge instanceof Merge.Busy busy) {
      throw new LocalWarehouseException(
          busy.holder() + " has " + rebuild.file() + " open; close it there");
    }
    return new RebuildReport(rebuild.file(), (Merge.Done) merge);
  }
}
