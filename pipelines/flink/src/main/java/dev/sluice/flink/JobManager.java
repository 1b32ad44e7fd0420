package dev.sluice.flink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.pipelines.run.RunException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.apache.flink.runtime.util.EnvironmentInformation;

/**
 * What a JobManager tells of its cluster, through the REST interface of Flink 1.x ({@code
 * /overview} and {@code /jobs/overview}).
 */
final class JobManager {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Set<String> ENDED = Set.of("FINISHED", "FAILED", "CANCELED", "SUSPENDED");

  private final URI address;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  private JobManager(URI address) {
    this.address = address;
  }

  /**
   * The one at {@code host:port}, with {@code http://} or {@code https://} before it or without.
   */
  static JobManager at(String master) {
    return new JobManager(URI.create(master.contains("://") ? master : "http://" + master));
  }

  /**
   * A cluster at a moment.
   *
   * @param taskManagers 0 where they are started when a job needs them
   * @param slots of all of them, taken or free
   * @param version of Flink
   */
  record Overview(int taskManagers, int slots, String version) {

    /** Jobs are handed over in a form that only the same minor version understands. */
    void requireVersion() {
      String ours = EnvironmentInformation.getVersion();
      if (!minor(version).equals(minor(ours))) {
        throw new RunException.RunnerRefused(
            "the cluster runs Flink " + version + ", and this program speaks to " + minor(ours),
            "use a cluster of Flink " + minor(ours));
      }
    }

    private static String minor(String version) {
      return version.replaceFirst("^(\\d+\\.\\d+).*", "$1");
    }

    /** How many shards to read at once: no more than there are slots, were they all free. */
    int readers(int concurrency) {
      return slots == 0 ? concurrency : Math.min(concurrency, slots);
    }

    /** The most JVMs that a job of this parallelism can be spread over. */
    int jvms(int parallelism) {
      return taskManagers == 0 ? parallelism : Math.min(parallelism, taskManagers);
    }
  }

  Overview overview() {
    JsonNode cluster = get("/overview");
    return new Overview(
        cluster.path("taskmanagers").asInt(),
        cluster.path("slots-total").asInt(),
        cluster.path("flink-version").asText());
  }

  /** The id of the job of this name that was submitted last. */
  String newestJob(String name) {
    return jobs(name).stream()
        .max(Comparator.comparingLong(job -> job.path("start-time").asLong()))
        .map(job -> job.path("jid").asText())
        .orElseThrow(() -> unavailable(new IOException("it knows no job " + name)));
  }

  boolean isRunning(String name) {
    return jobs(name).stream().anyMatch(job -> !ENDED.contains(job.path("state").asText()));
  }

  private List<JsonNode> jobs(String name) {
    return StreamSupport.stream(get("/jobs/overview").path("jobs").spliterator(), false)
        .filter(job -> job.path("name").asText().equals(name))
        .toList();
  }

  private JsonNode get(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE).GET().build();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IOException("it answers " + answer.statusCode());
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw unavailable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable(e);
    }
  }

  private RunException unavailable(Exception cause) {
    return new RunException.OutputUnavailable(
        "the JobManager at "
            + address
            + " cannot be asked: "
            + Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName()),
        "check --flinkMaster, and that the cluster is up",
        cause);
  }
}
