package dev.sluice.gcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.gcp.Loopback.Call;
import dev.sluice.pipelines.config.BigQueryConfig;
import dev.sluice.pipelines.config.DatasetViews;
import dev.sluice.pipelines.config.WriteMode;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.layout.Interval;
import dev.sluice.schemas.layout.Manifest;
import dev.sluice.schemas.layout.RunStatus;
import dev.sluice.schemas.view.MartColumns;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.jspecify.annotations.Nullable;

/** Publishes a small run to a BigQuery that keeps what it is asked. */
final class Published implements AutoCloseable {

  static final String KEY = "projects/p/locations/l/keyRings/r/cryptoKeys/k";

  /** The tables of the run, a row each. */
  static final Set<String> WRITTEN = Set.of("issue", "comment", "_run");

  /** Without views. */
  static final BigQueryConfig TARGET = with(null);

  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  final FakeBigQuery fake = new FakeBigQuery();
  final List<Long> pauses = new ArrayList<>();
  private final Loopback server = Loopback.serving(fake);

  static BigQueryConfig with(@Nullable DatasetViews views) {
    return new BigQueryConfig(
        "acme-data",
        "jira",
        "EU",
        "acme-jobs",
        KEY,
        Map.of("team", "data"),
        new WriteMode.Merge(),
        views);
  }

  List<String> publish(BigQueryConfig target) {
    return publish(target, MartColumns.BY_NAME);
  }

  List<String> publish(BigQueryConfig target, MartColumns roles) {
    return LoadIntoBigQuery.of(target, "gs://bucket/wh/", FieldColumns.none(), WRITTEN, roles)
        .publish(manifest(), apis(), pauses::add, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private GoogleApis apis() {
    return new GoogleApis(
        PipelineOptionsFactory.fromArgs(
                "--bigQueryEndpoint=" + server.address(),
                "--credentialFactoryClass="
                    + "org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory")
            .create());
  }

  private static Manifest manifest() {
    Manifest.TableFiles one =
        new Manifest.TableFiles(1, List.of(new Manifest.DataFile("a/b.avro", 1, 100, "f00")));
    return new Manifest(
        "20261124T080000Z-beef",
        "acme",
        RunStatus.OK,
        NOW,
        NOW,
        new Interval(NOW.minus(Duration.ofDays(1)), NOW),
        NOW,
        Map.of("issue", one, "comment", one, "_run", one));
  }

  List<Call> calls() {
    return server.calls();
  }

  /** A table with these columns, in JSON. */
  static String table(String fields) {
    return "{\"type\": \"TABLE\", \"schema\": {\"fields\": [" + fields + "]}}";
  }

  List<JsonNode> jobs() {
    return bodies("POST", "/jobs");
  }

  static boolean isMerge(JsonNode job) {
    return sql(job).startsWith("BEGIN TRANSACTION");
  }

  static String sql(JsonNode job) {
    return job.at("/configuration/query/query").asText();
  }

  List<JsonNode> bodies(String method, String end) {
    List<JsonNode> bodies = new ArrayList<>();
    for (Call call : server.calls()) {
      if (call.method().equals(method) && call.path().endsWith(end)) {
        try {
          bodies.add(new ObjectMapper().readTree(call.body()));
        } catch (IOException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    return bodies;
  }

  @Override
  public void close() {
    server.close();
  }
}
