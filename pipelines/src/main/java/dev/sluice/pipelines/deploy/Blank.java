package dev.sluice.pipelines.deploy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What differs between one user's files and another's. */
enum Blank {
  /** The value of {@code _site}. */
  SITE("acme"),
  /** The site in what takes only lower-case letters, digits and dashes. */
  NAME("sluice-acme"),
  /** The configuration, an absolute path or a URI. */
  CONFIG("/etc/sluice/sluice.yaml"),
  /** The program, an absolute path. */
  COMMAND("/opt/sluice/sluice"),
  /** When to start, in five fields, UTC. */
  CRON("7 * * * *"),
  /** When to start, as systemd says it, UTC. */
  CALENDAR("*-*-* *:07:00"),
  /** The day from which on a scheduler with data intervals asks for them, as Python's arguments. */
  START("2026, 1, 1"),
  /** Whether there is a local database, as Python says it. */
  DATABASE("True"),
  PROJECT("acme-data"),
  DATASET("\"jira\""),
  /** Of a dataset or bucket. */
  LOCATION("\"EU\""),
  /** Of jobs. */
  REGION("europe-west3"),
  /** As a URI. */
  BUCKET("gs://acme-jira"),
  BUCKET_NAME("\"acme-jira\""),
  /** Whom the workers are. */
  ACCOUNT("acme-data.iam.gserviceaccount.com"),
  /** A container image, which no configuration knows. */
  IMAGE("sluice:0.1.0"),
  /** Where the program's sources are, which no configuration knows. */
  REPOSITORY("acme/sluice");

  private final String example;

  Blank(String example) {
    this.example = example;
  }

  /** What stands for it in the files as they lie in the folder. */
  String example() {
    return example;
  }

  /** The blank that a mark names. */
  static Optional<Blank> named(String mark) {
    String name = mark.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(values()).filter(blank -> blank.name().equals(name)).findFirst();
  }
}
