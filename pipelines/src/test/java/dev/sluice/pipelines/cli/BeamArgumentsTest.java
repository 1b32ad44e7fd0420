package dev.sluice.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class BeamArgumentsTest {

  @Test
  void aJobIsToldByItsFirstArgument() {
    assertThat(BeamArguments.recognise(List.of("--runner=DirectRunner"))).isTrue();
    assertThat(BeamArguments.recognise(List.of("--sinceLastSuccess"))).isTrue();
    assertThat(BeamArguments.recognise(List.of("run", "--full"))).isFalse();
    assertThat(BeamArguments.recognise(List.of("--help"))).isFalse();
    assertThat(BeamArguments.recognise(List.of("--version"))).isFalse();
    assertThat(BeamArguments.recognise(List.of())).isFalse();
  }

  @Test
  void whatAirflowsBeamOperatorPassesBecomesARun() {
    // beam_options_to_args of apache-airflow-providers-apache-beam: True is the bare name, False
    // and None are left out, everything else is --name=value.
    assertThat(
            BeamArguments.toRun(
                List.of(
                    "--runner=DirectRunner",
                    "--jobName=jira-2026",
                    "--labels={\"team\":\"data\"}",
                    "--project=acme",
                    "--region=europe-west1",
                    "--config=/etc/sluice.yaml",
                    "--from=2026-01-01T00:00:00+00:00",
                    "--to=2026-01-02T00:00:00+00:00",
                    "--summaryFile=/airflow/xcom/return.json",
                    "--skipExitCode")))
        .containsExactly(
            "run",
            "--runner=DirectRunner",
            "--jobName=jira-2026",
            "--config=/etc/sluice.yaml",
            "--from=2026-01-01T00:00:00+00:00",
            "--to=2026-01-02T00:00:00+00:00",
            "--summary-file=/airflow/xcom/return.json",
            "--skip-exit-code");
  }

  @Test
  void whatIsFalseOrEmptyIsAbsent() {
    assertThat(
            BeamArguments.toRun(
                List.of("--full=false", "--lookback=", "--sinceLastSuccess=true", "--force=False")))
        .containsExactly("run", "--since-last-success");
  }

  @Test
  void aSweepIsAskedForByAnOption() {
    assertThat(BeamArguments.toRun(List.of("--config=gs://b/sluice.yaml", "--sweep=true")))
        .containsExactly("sweep", "--config=gs://b/sluice.yaml");
    assertThat(BeamArguments.toRun(List.of("--sweep=False"))).containsExactly("run");
  }
}
