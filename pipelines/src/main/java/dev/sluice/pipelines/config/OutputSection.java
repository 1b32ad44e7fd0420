package dev.sluice.pipelines.config;

import dev.sluice.schemas.mart.MartChoices;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code output:}. */
final class OutputSection {

  private static final String BUCKET = "gs://[a-z0-9][a-z0-9._-]+(/.*)?";
  private static final String KMS_KEY_NAME =
      "projects/[^/]+/locations/[^/]+/keyRings/[^/]+/cryptoKeys/[^/]+";
  private static final String DATASET_NAME = "[A-Za-z0-9_]{1,1024}";
  private static final String LABEL = "[a-z0-9_-]{0,63}";
  private static final String LABEL_NAME = "[a-z][a-z0-9_-]{0,62}";
  private static final String PROJECT_NAME = "[a-z][a-z0-9:.-]*";

  private static final String AVRO = "avro";
  private static final String BIGQUERY = "bigquery";
  private static final String MERGE = "merge";
  private static final String CDC = "cdc";

  private static final Key<String> TYPE =
      Key.of("type", Scalars.choice(AVRO, BIGQUERY), "Avro files, or files and BigQuery.")
          .standing(AVRO);
  private static final Key<String> PATH =
      Key.of(
              "path",
              Scalars.text(),
              "Where the files are: a folder, or gs://bucket/folder. A relative one counts from the"
                  + " working directory.")
          .standing(SluiceConfig.DEFAULT_OUTPUT_PATH);
  private static final Key<String> PROJECT =
      Key.of("project", like(PROJECT_NAME), "The project of the dataset.");
  private static final Key<String> DATASET =
      Key.of("dataset", like(DATASET_NAME), "The name of the dataset.");
  private static final Key<String> LOCATION =
      Key.of("location", like("[A-Za-z0-9-]+"), "Where the dataset is.")
          .suchAs("EU", "europe-west3");
  private static final Key<String> STAGING =
      Key.of("staging", like(BUCKET), "A folder for the files, which are loaded from there.")
          .suchAs("gs://bucket/sluice");
  private static final Key<String> MODE =
      Key.of(
              "mode",
              Scalars.choice(MERGE, CDC),
              "How rows get into the tables: a transaction a run, or a stream of changes.")
          .standing(MERGE);
  private static final Key<Duration> MAX_STALENESS =
      Key.of(
              "max-staleness",
              Scalars.duration(),
              "With mode cdc, how old an answer may be; without it every query applies what came.")
          .suchAs("15m");
  private static final Key<String> BILLING_PROJECT =
      Key.of(
          "billing-project",
          like(PROJECT_NAME),
          "The project that pays for queries; by default the dataset's.");
  private static final Key<String> KMS_KEY =
      Key.of("kms-key", like(KMS_KEY_NAME), "The key that encrypts the tables.");
  private static final Key<Map<String, String>> LABELS =
      Key.of("labels", Structures.named(LABEL_NAME, LABEL), "Labels of the tables.");
  private static final Key<Boolean> VIEWS =
      Key.of("views", Scalars.flag(), "Whether the views are made in the dataset.")
          .standing("true");
  private static final Key<String> FIVETRAN_DATASET =
      Key.of(
          "fivetran-dataset",
          like(DATASET_NAME),
          "A dataset for views by the names that fivetran/dbt_jira reads; without it there are"
              + " none.");

  static final Keys KEYS =
      Keys.of(TYPE)
          .usually(TYPE, AVRO, List.of(PATH))
          .when(
              TYPE,
              BIGQUERY,
              List.of(PROJECT, DATASET, LOCATION, STAGING),
              List.of(
                  MODE, MAX_STALENESS, BILLING_PROJECT, KMS_KEY, LABELS, VIEWS, FIVETRAN_DATASET))
          .usually(MODE, MERGE, List.of())
          .when(MODE, CDC, List.of(), List.of(MAX_STALENESS));

  private OutputSection() {}

  static OutputConfig read(Section output, MartChoices marts) {
    boolean bigQuery = output.get(TYPE).equals(Optional.of(BIGQUERY));
    OutputConfig config = bigQuery ? bigQuery(output, marts) : files(output);
    output.finish();
    return config;
  }

  private static OutputConfig files(Section output) {
    return OutputConfig.files(output.get(PATH).orElse(SluiceConfig.DEFAULT_OUTPUT_PATH));
  }

  private static OutputConfig bigQuery(Section output, MartChoices marts) {
    String project = required(output, PROJECT, "the project of the dataset");
    String dataset = required(output, DATASET, "the name of the dataset");
    String location = required(output, LOCATION, "such as EU or europe-west3");
    String staging = required(output, STAGING, "a folder such as gs://bucket/sluice");
    Optional<String> billing = output.get(BILLING_PROJECT);
    Optional<String> key = output.get(KMS_KEY);
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
                mode(output),
                views(output, marts))));
  }

  private static WriteMode mode(Section output) {
    boolean cdc = output.get(MODE).equals(Optional.of(CDC));
    Optional<Duration> staleness = output.get(MAX_STALENESS);
    if (staleness.isPresent() && !cdc) {
      output.problem(MAX_STALENESS, "belongs to mode: cdc");
    }
    return cdc ? new WriteMode.Cdc(staleness.orElse(null)) : new WriteMode.Merge();
  }

  private static @Nullable DatasetViews views(Section output, MartChoices marts) {
    boolean wanted = output.get(VIEWS).orElse(true);
    Optional<String> rawNames = output.get(FIVETRAN_DATASET);
    if (!wanted && rawNames.isPresent()) {
      output.problem(FIVETRAN_DATASET, "is for views, and views is false");
    }
    if (rawNames.isPresent() && rawNames.equals(output.peek(DATASET))) {
      output.problem(FIVETRAN_DATASET, "must be another one than dataset: names are the same");
    }
    return wanted ? new DatasetViews(marts, rawNames.orElse(null)) : null;
  }

  private static String required(Section output, Key<String> key, String what) {
    Optional<String> value = output.get(key);
    if (!output.has(key)) {
      output.problem(key, "is missing; with type bigquery it names " + what);
    }
    return value.orElse("");
  }

  private static Shape<String> like(String pattern) {
    return Scalars.parsed(
        "text like " + pattern,
        pattern,
        text -> Optional.of(text).filter(it -> it.matches(pattern)));
  }

  private static Map<String, String> labels(Section output) {
    Map<String, String> labels = output.get(LABELS).orElse(Map.of());
    labels.forEach(
        (name, value) -> {
          if (!name.matches(LABEL_NAME) || !value.matches(LABEL)) {
            output.problem(LABELS, "'" + name + ": " + value + "' is no label of BigQuery");
          }
        });
    return labels;
  }
}
