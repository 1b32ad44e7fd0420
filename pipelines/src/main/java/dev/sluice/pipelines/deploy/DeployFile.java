package dev.sluice.pipelines.deploy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One file of the folder {@code deploy}.
 *
 * @param scheduler who reads it
 * @param path below the folder
 * @param does what it is for, for people
 */
public record DeployFile(String scheduler, String path, String does) {

  private static final String AIRFLOW = "airflow";
  private static final String SYSTEMD = "systemd";

  /** All there are. */
  public static List<DeployFile> all() {
    return List.of(
        new DeployFile(AIRFLOW, "airflow/jira_local.py", "a run on the worker for each interval"),
        new DeployFile(AIRFLOW, "airflow/jira_dataflow.py", "a job of Dataflow for each interval"),
        new DeployFile("prefect", "prefect/jira_flow.py", "flows that are served by a schedule"),
        new DeployFile("cron", "cron/sluice.crontab", "a crontab"),
        new DeployFile(SYSTEMD, "systemd/sluice@.service", "a hardened service"),
        new DeployFile(SYSTEMD, "systemd/sluice-run.timer", "when it loads"),
        new DeployFile(SYSTEMD, "systemd/sluice-sweep.timer", "when it sweeps"),
        new DeployFile("kubernetes", "kubernetes/cronjob.yaml", "cron jobs and their volume"),
        new DeployFile("github", "github/sluice.yml", "a workflow of GitHub Actions"),
        new DeployFile("terraform", "terraform/main.tf", "Dataflow, started by Cloud Scheduler"));
  }

  /** The file as it would be for a deployment. */
  public String filled(Deployment deployment) {
    String text = new MarkedText(text()).filled(deployment.values(), deployment.variables());
    return heading(deployment) + "\n" + text;
  }

  /** Every form of file here has such comments. */
  private String heading(Deployment deployment) {
    return "# %s for %s. Secrets by reference: %s."
        .formatted(path, deployment.site(), String.join(", ", deployment.references()));
  }

  /** The file as it lies in the folder. */
  String text() {
    String resource = "/dev/sluice/pipelines/deploy/" + path;
    try (InputStream stream = DeployFile.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("there is no file " + resource);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }
}
