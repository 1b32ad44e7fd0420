package dev.sluice.gcp;

import com.google.api.services.bigquery.Bigquery;
import com.google.api.services.storage.model.StorageObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/** What stands in for Google Cloud, as {@code .ci/emulators} starts it. */
final class Emulators implements AutoCloseable {

  static final String PROJECT = "proj-test";
  static final String LOCATION = "US";

  /** One of the servers takes the offer of HTTP/2 for the request's end. */
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Process process;
  private final Map<String, URI> addresses = new HashMap<>();

  private Emulators(Process process) {
    this.process = process;
  }

  static Emulators start() {
    try {
      Process process =
          new ProcessBuilder(script().toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      Emulators emulators = new Emulators(process);
      emulators.awaitReady();
      return emulators;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path script() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve(".ci/emulators"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException("there is no .ci/emulators above the working directory");
    }
    return folder.resolve(".ci/emulators");
  }

  private void awaitReady() throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); !"ready".equals(line); line = lines.readLine()) {
      if (line == null) {
        throw new IOException("the emulators did not start");
      }
      String[] address = line.split("=", 2);
      addresses.put(address[0], URI.create(address[1]));
    }
  }

  /** The one that runs transactions. */
  URI transactions() {
    return address("transactions");
  }

  /** The one that keeps constraints. */
  URI constraints() {
    return address("constraints");
  }

  private URI address(String name) {
    return Objects.requireNonNull(addresses.get(name), name);
  }

  /** Beam's options for these addresses. */
  List<String> options(URI bigQuery) {
    return List.of(
        "--project=" + PROJECT,
        "--gcsEndpoint=" + address("bucket") + "/storage/v1/",
        "--bigQueryEndpoint=" + bigQuery,
        "--credentialFactoryClass="
            + "org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory");
  }

  /** A warehouse in a bucket and a dataset of their own, of this name. */
  Cloud cloud(Path folder, String name, URI bigQuery) {
    String bucket = name.replace('_', '-');
    makeBucket(bucket);
    makeDataset(bigQuery, name);
    return new Cloud(folder, name, "gs://" + bucket + "/wh/").with(options(bigQuery));
  }

  Bigquery client(URI bigQuery) {
    return apis(bigQuery).bigQuery();
  }

  GoogleApis apis(URI bigQuery) {
    return new GoogleApis(
        PipelineOptionsFactory.fromArgs(options(bigQuery).toArray(String[]::new)).create());
  }

  /** The names of all objects of a bucket. */
  List<String> objects(String bucket) throws IOException {
    return apis(transactions()).storage().objects().list(bucket).execute().getItems().stream()
        .map(StorageObject::getName)
        .toList();
  }

  void makeBucket(String name) {
    post(address("bucket") + "/storage/v1/b?project=" + PROJECT, "{\"name\": \"" + name + "\"}");
  }

  void makeDataset(URI bigQuery, String name) {
    post(
        bigQuery + "/bigquery/v2/projects/" + PROJECT + "/datasets",
        """
        {"datasetReference": {"projectId": "%s", "datasetId": "%s"}, "location": "%s"}"""
            .formatted(PROJECT, name, LOCATION));
  }

  private static void post(String address, String json) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    try {
      HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new IOException(response.statusCode() + " " + response.body());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      process.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
