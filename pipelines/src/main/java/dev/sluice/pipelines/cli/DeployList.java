package dev.sluice.pipelines.cli;

import dev.sluice.pipelines.cli.TextTable.Heading;
import dev.sluice.pipelines.deploy.DeployFile;
import dev.sluice.schemas.layout.ExitCode;
import java.util.List;
import java.util.Map;

/** The files for schedulers. */
record DeployList(List<DeployFile> files, int width) implements Report {

  @Override
  public ExitCode exitCode() {
    return ExitCode.OK;
  }

  @Override
  public Object json() {
    return Map.of("files", files);
  }

  @Override
  public String text(Style style) {
    Lines lines = new Lines(0);
    TextTable table =
        new TextTable(Heading.names("name"), Heading.names("file"), Heading.words("what it is"));
    files.forEach(file -> table.row(file.scheduler(), file.path(), file.does()));
    table.drawIn(lines, style, width);
    return lines.toString();
  }
}
