package dev.sluice.pipelines.cli;

import dev.sluice.pipelines.deploy.DeployFile;
import dev.sluice.pipelines.deploy.Deployment;
import dev.sluice.schemas.layout.ExitCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Files as a scheduler takes them. */
record DeployShown(List<DeployFile> files, Deployment deployment) implements Report {

  @Override
  public ExitCode exitCode() {
    return ExitCode.OK;
  }

  @Override
  public Object json() {
    Map<String, String> texts = new LinkedHashMap<>();
    files.forEach(file -> texts.put(file.path(), file.filled(deployment)));
    return Map.of("files", texts);
  }

  @Override
  public String text(Style style) {
    return files.stream().map(file -> file.filled(deployment)).collect(Collectors.joining("\n\n"));
  }
}
