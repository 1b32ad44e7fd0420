package dev.sluice.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sluice.pipelines.config.ConfigFile;
import dev.sluice.pipelines.config.SluiceConfig;
import dev.sluice.pipelines.run.Cluster;
import dev.sluice.pipelines.run.RunException;
import dev.sluice.pipelines.run.RunnerOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.beam.runners.dataflow.options.DataflowPipelineDebugOptions;
import org.apache.beam.runners.dataflow.options.DataflowPipelineOptions;
import org.apache.beam.sdk.options.PipelineOptions;
import org.junit.jupiter.api.Test;

final class DataflowClusterTest {

  private static final SluiceConfig CONFIG =
      ConfigFile.parse(
          """
          jira:
            url: https://acme.atlassian.net
            auth: {type: basic, user: a@b.c, token: "env:TOKEN"}
            site: Acme GmbH & Co
            budget: {requests-per-second: 40, concurrency: 8}
          output: {type: avro, path: gs://bucket/jira}
          """,
          "sluice.yaml",
          Map.of());

  @Test
  void oneWorkerHasAThreadForEveryReader() {
    PipelineOptions options = prepared();

    assertThat(options.as(DataflowPipelineOptions.class).getMaxNumWorkers()).isEqualTo(1);
    assertThat(threads(options)).isEqualTo(8 + 2);
    assertThat(options.getJobName()).isEqualTo("sluice-acme-gmbh-co");
    assertThat(options.getTempLocation()).isEqualTo("gs://bucket/jira/_sluice/dataflow/");
  }

  @Test
  void severalWorkersDivideTheReadersAsTheyDivideTheRate() {
    assertThat(threads(prepared("--maxNumWorkers=4"))).isEqualTo(2 + 2);
    assertThat(threads(prepared("--maxNumWorkers=20"))).isEqualTo(1 + 2);
  }

  @Test
  void theCallerHasTheLastWord() {
    PipelineOptions options =
        prepared(
            "--numberOfWorkerHarnessThreads=3", "--jobName=mine", "--tempLocation=gs://other/tmp");

    assertThat(threads(options)).isEqualTo(3);
    assertThat(options.getJobName()).isEqualTo("mine");
    assertThat(options.getTempLocation()).isEqualTo("gs://other/tmp");
  }

  @Test
  void aTemplateThatWouldHoldOnePlanForEverIsRefused() {
    assertThatExceptionOfType(RunException.RunnerRefused.class)
        .isThrownBy(() -> prepared("--templateLocation=gs://bucket/template"))
        .withMessageContaining("the same interval every time");
  }

  @Test
  void otherRunnersAreNotItsConcern() {
    assertThat(Cluster.of(RunnerOptions.of(List.of(), 8))).isEmpty();
  }

  private static PipelineOptions prepared(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--runner=DataflowRunner",
                "--project=proj-test",
                "--region=europe-west3",
                "--credentialFactoryClass="
                    + "org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory"));
    arguments.addAll(List.of(more));
    PipelineOptions options = RunnerOptions.of(arguments, CONFIG.jira().budget().concurrency());
    Cluster.of(options).orElseThrow().prepare(options, CONFIG);
    return options;
  }

  private static int threads(PipelineOptions options) {
    return options.as(DataflowPipelineDebugOptions.class).getNumberOfWorkerHarnessThreads();
  }
}
