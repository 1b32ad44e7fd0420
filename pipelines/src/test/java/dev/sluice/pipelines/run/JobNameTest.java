package dev.sluice.pipelines.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.Test;

final class JobNameTest {

  @Test
  void everyJobOfASiteBearsTheSameName() {
    assertThat(named("Acme GmbH & Co.")).isEqualTo("sluice-acme-gmbh-co");
    assertThat(named("jira.acme.test:8080")).isEqualTo("sluice-jira-acme-test-8080");
  }

  @Test
  void aNameOfTheCallersOwnIsKept() {
    PipelineOptions options = PipelineOptionsFactory.fromArgs("--jobName=jira-2026").create();

    JobName.fillIn(options, "acme");

    assertThat(options.getJobName()).isEqualTo("jira-2026");
  }

  private static String named(String site) {
    PipelineOptions options = PipelineOptionsFactory.create();
    JobName.fillIn(options, site);
    return options.getJobName();
  }
}
