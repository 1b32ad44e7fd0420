package dev.sluice.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.api.services.storage.Storage;
import com.google.api.services.storage.model.StorageObject;
import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.site.MarketingSite;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole job is submitted, as a scheduler would, to what takes it for Dataflow. */
@Tag("emulators")
final class DataflowEmulatorTest {

  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  @TempDir Path folder;

  @Test
  void aJobIsSubmittedOnceAndCarriesNoSecret() throws IOException {
    try (Emulators emulators = Emulators.start();
        FakeDataflow dataflow = FakeDataflow.start();
        JiraSimulator jira =
            JiraSimulator.builder()
                .site(MarketingSite.seeded(7, 50, NOW))
                .credentials(Cloud.USER, Cloud.TOKEN)
                .clock(CLOCK)
                .start()) {
      emulators.makeBucket("jobs");
      emulators.makeDataset(emulators.transactions(), "jobs");
      Cloud cloud = new Cloud(folder, "jobs", "gs://jobs/wh/").configured(jira.baseUri());
      List<String> options = options(emulators, dataflow);

      Cloud.Result submitted = Cloud.execute(CLOCK, asJob(cloud, options));

      assertThat(submitted.exitCode()).as(submitted.err()).isZero();
      assertThat(submitted.out().strip()).endsWith("Submitted job: job-1");
      JsonNode job = dataflow.jobs().get(0);
      assertThat(job.path("name").asText()).isEqualTo("sluice-acme");
      assertThat(job.at("/environment/sdkPipelineOptions/options/maxNumWorkers").asInt())
          .isEqualTo(1);
      assertThat(
              job.at("/environment/sdkPipelineOptions/options/numberOfWorkerHarnessThreads")
                  .asInt())
          .isEqualTo(6);
      String everything = Unpacked.job(job.toString()) + staged(options);
      assertThat(everything).contains("file:" + folder.resolve("token"));
      assertThat(everything).doesNotContain(Cloud.TOKEN);

      Cloud.Result second = Cloud.execute(CLOCK, asJob(cloud, options));
      assertThat(second.exitCode()).as(second.out()).isEqualTo(75);
      assertThat(dataflow.jobs()).hasSize(1);

      dataflow.end();
      Cloud.Result settled = Cloud.execute(CLOCK, asJob(cloud, options));
      assertThat(settled.exitCode()).as(settled.err()).isZero();
      assertThat(settled.err()).contains("was cut off and is taken up");
    }
  }

  private static List<String> asJob(Cloud cloud, List<String> options) {
    List<String> arguments = new ArrayList<>(List.of("--config=" + cloud.config()));
    arguments.addAll(options);
    return arguments;
  }

  private List<String> options(Emulators emulators, FakeDataflow dataflow) throws IOException {
    Path jar = Files.writeString(folder.resolve("tiny.jar"), "no more than a name");
    List<String> options = new ArrayList<>(emulators.options(emulators.transactions()));
    options.addAll(
        List.of(
            "--runner=DataflowRunner",
            "--region=us-central1",
            "--labels={\"team\":\"data\"}",
            "--filesToStage=" + jar,
            "--apiRootUrl=" + dataflow.address(),
            "--dataflowEndpoint=" + dataflow.address()));
    return options;
  }

  /** Every object of the bucket, unpacked. */
  private static String staged(List<String> options) throws IOException {
    Storage storage =
        new GoogleApis(PipelineOptionsFactory.fromArgs(options.toArray(String[]::new)).create())
            .storage();
    StringBuilder text = new StringBuilder();
    for (StorageObject object : storage.objects().list("jobs").execute().getItems()) {
      ByteArrayOutputStream content = new ByteArrayOutputStream();
      if (object.getSize().signum() > 0) {
        storage.objects().get("jobs", object.getName()).executeMediaAndDownloadTo(content);
      }
      text.append(object.getName()).append('\n').append(Unpacked.text(content.toByteArray()));
    }
    assertThat(text.toString().getBytes(StandardCharsets.UTF_8)).isNotEmpty();
    return text.toString();
  }
}
