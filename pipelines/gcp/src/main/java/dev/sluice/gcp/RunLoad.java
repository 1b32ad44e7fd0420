package dev.sluice.gcp;

import com.google.api.client.util.Sleeper;
import com.google.api.services.bigquery.Bigquery;
import com.google.api.services.bigquery.model.Job;
import com.google.api.services.bigquery.model.JobConfiguration;
import com.google.api.services.bigquery.model.JobConfigurationLoad;
import com.google.api.services.bigquery.model.TableRow;
import dev.sluice.pipelines.config.BigQueryConfig;
import dev.sluice.pipelines.run.RunException;
import dev.sluice.schemas.layout.Documents;
import dev.sluice.schemas.layout.Manifest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Puts the files of one run into the dataset. Each table is loaded into a staging table that
 * expires by itself, columns are added, and then one transaction changes all tables or none. Doing
 * it again, whole or from any step on, ends in the same tables.
 */
final class RunLoad implements Publication {

  /** Longer than anybody tries to end a run. */
  private static final Duration STAGING_KEPT = Duration.ofDays(2);

  /** One load job takes no more. */
  private static final int MOST_FILES = 10_000;

  private final BigQueryConfig target;
  private final String root;
  private final List<MergedTable> tables;
  private final Clock clock;
  private final TargetTables targets;
  private final BigQueryJobs jobs;

  /**
   * @param root of the files, with a {@code /} at the end
   * @param tables those that the run writes, with or without rows
   */
  RunLoad(
      Bigquery client,
      BigQueryConfig target,
      String root,
      List<MergedTable> tables,
      Sleeper sleeper,
      Clock clock) {
    this.target = target;
    this.root = root;
    this.tables = List.copyOf(tables);
    this.clock = clock;
    this.targets = new TargetTables(client, target);
    this.jobs = new BigQueryJobs(client, target, sleeper);
  }

  @Override
  public void publish(Manifest manifest) {
    String names = "sluice_" + manifest.runId().replaceAll("[^A-Za-z0-9]", "_");
    String jobNames = names + "_" + fingerprint(manifest);
    DatasetLook look = targets.requireUsable(tables);
    List<Staged> staged = new ArrayList<>();
    for (MergedTable table : tables) {
      StandingColumns standing = targets.ensure(table, look, jobs);
      if (manifest.table(table.name()).rows() > 0) {
        staged.add(new Staged(table, "_" + jobNames + "_" + table.name(), standing));
      }
    }
    for (Staged one : staged) {
      stage(one, manifest, jobNames);
    }
    for (Staged one : staged) {
      finishStaging(one, manifest, jobNames);
    }
    MergeStatements statements =
        new MergeStatements(
            new SqlNames(target.project(), target.dataset()), manifest.runId(), staged);
    requireUnique(statements);
    jobs.finish(
        jobNames + "_merge",
        BigQueryJobs.query(statements.transaction(tables)),
        "merge run " + manifest.runId());
    staged.forEach(one -> targets.drop(one.stagingName()));
  }

  private void stage(Staged one, Manifest manifest, String jobNames) {
    targets.create(one.definition(target, clock.instant().plus(STAGING_KEPT)));
    jobs.start(
        loadName(one, jobNames, 0), load(one, files(one, manifest), 0), "load " + one.name());
  }

  private void finishStaging(Staged one, Manifest manifest, String jobNames) {
    List<String> files = files(one, manifest);
    long loaded = 0;
    for (int first = 0; first < files.size(); first += MOST_FILES) {
      Job done =
          jobs.finish(
              loadName(one, jobNames, first), load(one, files, first), "load " + one.name());
      loaded += done.getStatistics().getLoad().getOutputRows();
    }
    long written = manifest.table(one.name()).rows();
    if (loaded != written) {
      throw new RunException.OutputUnavailable(
          "BigQuery loaded %d of the %d rows of %s".formatted(loaded, written, one.name()),
          "nothing was merged; start again",
          new IllegalStateException(one.stagingName()));
    }
  }

  private List<String> files(Staged one, Manifest manifest) {
    return manifest.table(one.name()).files().stream().map(file -> root + file.path()).toList();
  }

  private static String loadName(Staged one, String jobNames, int first) {
    return jobNames + "_" + one.name() + (first == 0 ? "" : "_from_" + first);
  }

  private JobConfiguration load(Staged one, List<String> files, int first) {
    JobConfigurationLoad load =
        new JobConfigurationLoad()
            .setSourceUris(files.subList(first, Math.min(first + MOST_FILES, files.size())))
            .setSourceFormat("AVRO")
            .setUseAvroLogicalTypes(true)
            .setSchema(one.schema())
            .setDestinationTable(MergedTable.reference(target, one.stagingName()))
            .setCreateDisposition("CREATE_NEVER")
            .setWriteDisposition(first == 0 ? "WRITE_TRUNCATE" : "WRITE_APPEND");
    MergedTable.encrypted(target).ifPresent(load::setDestinationEncryptionConfiguration);
    return new JobConfiguration().setLoad(load);
  }

  private void requireUnique(MergeStatements statements) {
    List<String> doubled = new ArrayList<>();
    for (TableRow row : jobs.rows(statements.doubledKeys(), "look for doubled rows")) {
      String count = String.valueOf(row.getF().get(1).getV());
      if (!count.equals("0")) {
        doubled.add(row.getF().get(0).getV() + " (" + count + ")");
      }
    }
    if (!doubled.isEmpty()) {
      throw new RunException.DoubledRows(
          "keys that occur more than once: " + String.join(", ", doubled));
    }
  }

  /** Other files under the same name are another job. */
  private String fingerprint(Manifest manifest) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(Documents.write(List.of(target.project(), target.dataset(), root)));
      return HexFormat.of().formatHex(digest.digest(Documents.write(manifest)), 0, 5);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
