package dev.sluice.pipelines.config;

import dev.sluice.schemas.mart.MartChoices;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code output:}. */
final class OutputSection {

  private static final String BUCKET = "gs://[a-z0-9][a-z0-9._-]+(/.*)?";
  private static final String KMS_KEY =
      "projects/[^/]+/locations/[^/]+/keyRings/[^/]+/cryptoKeys/[^/]+";
  private static final String DATASET = "[A-Za-z0-9_]{1,1024}";
  private static final String LABEL = "[a-z0-9_-]{0,63}";

  private OutputSection() {}

  static OutputConfig read(Section output, MartChoices marts) {
    boolean bigQuery =
        output.choice("type", List.of("avro", "bigquery")).equals(Optional.of("bigquery"));
    OutputConfig config = bigQuery ? bigQuery(output, marts) : files(output);
    output.finish();
    return config;
  }

  private static OutputConfig files(Section output) {
    return OutputConfig.files(output.text("path").orElse(SluiceConfig.DEFAULT_OUTPUT_PATH));
  }

  private static OutputConfig bigQuery(Section output, MartChoices marts) {
    String project = required(output, "project", "the project of the dataset", "[a-z][a-z0-9:.-]*");
    String dataset = required(output, "dataset", "the name of the dataset", DATASET);
    String location = required(output, "location", "such as EU or europe-west3", "[A-Za-z0-9-]+");
    String staging = required(output, "staging", "a folder such as gs://bucket/sluice", BUCKET);
    if (output.choice("mode", List.of("merge", "cdc")).equals(Optional.of("cdc"))) {
      output.notYet("mode", "write merge");
    }
    Optional<String> billing = matching(output, "billing-project", "[a-z][a-z0-9:.-]*");
    Optional<String> key = matching(output, "kms-key", KMS_KEY);
    return new OutputConfig(
        staging,
        Optional.of(
            new BigQueryConfig(
                project,
                dataset,
                location,
                billing.orElse(project),
                key.orElse(null),
                labels(output),
                views(output, marts))));
  }

  private static @Nullable DatasetViews views(Section output, MartChoices marts) {
    boolean wanted = output.flag("views").orElse(true);
    Optional<String> rawNames = matching(output, "fivetran-dataset", DATASET);
    if (!wanted && rawNames.isPresent()) {
      output.problem("fivetran-dataset", "is for views, and views is false");
    }
    if (rawNames.isPresent() && rawNames.equals(output.text("dataset"))) {
      output.problem("fivetran-dataset", "must be another one than dataset: names are the same");
    }
    return wanted ? new DatasetViews(marts, rawNames.orElse(null)) : null;
  }

  private static String required(Section output, String key, String what, String pattern) {
    Optional<String> value = matching(output, key, pattern);
    if (!output.has(key)) {
      output.problem(key, "is missing; with type bigquery it names " + what);
    }
    return value.orElse("");
  }

  private static Optional<String> matching(Section output, String key, String pattern) {
    return output.parsed(
        key, "text like " + pattern, text -> Optional.of(text).filter(it -> it.matches(pattern)));
  }

  private static Map<String, String> labels(Section output) {
    Map<String, String> labels = output.textByName("labels");
    labels.forEach(
        (name, value) -> {
          if (!name.matches("[a-z][a-z0-9_-]{0,62}") || !value.matches(LABEL)) {
            output.problem("labels", "'" + name + ": " + value + "' is no label of BigQuery");
          }
        });
    return labels;
  }
}
