package dev.sluice.gcp;

import com.google.api.client.util.Sleeper;
import com.google.api.services.bigquery.Bigquery;
import com.google.api.services.bigquery.model.ErrorProto;
import com.google.api.services.bigquery.model.Job;
import com.google.api.services.bigquery.model.JobConfiguration;
import com.google.api.services.bigquery.model.JobConfigurationQuery;
import com.google.api.services.bigquery.model.JobReference;
import com.google.api.services.bigquery.model.TableRow;
import dev.sluice.pipelines.config.BigQueryConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Runs jobs under names that say what they do: whoever runs the same job again, after a crash or at
 * the same time, finds the one that is there and waits for it. A job that failed is begun again
 * under the next name, as often as that may help.
 */
final class BigQueryJobs {

  private static final int ATTEMPTS = 10;
  private static final Duration FIRST_LOOK = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final Bigquery client;
  private final BigQueryConfig target;
  private final Sleeper sleeper;

  BigQueryJobs(Bigquery client, BigQueryConfig target, Sleeper sleeper) {
    this.client = client;
    this.target = target;
    this.sleeper = sleeper;
  }

  /** A script or statement as a job. */
  static JobConfiguration query(String sql) {
    return new JobConfiguration()
        .setQuery(new JobConfigurationQuery().setQuery(sql).setUseLegacySql(false));
  }

  /** Starts a job, or finds it. */
  void start(String name, JobConfiguration configuration, String doing) {
    try {
      insertOrFind(name, configuration);
    } catch (IOException e) {
      throw BigQueryFailures.of(doing, e);
    }
  }

  /**
   * Returns when the job has succeeded.
   *
   * @param doing what it does, for the message should it fail
   */
  Job finish(String name, JobConfiguration configuration, String doing) {
    try {
      Pauses pauses = new Pauses();
      for (int attempt = 1; ; attempt++) {
        String attempted = attempt == 1 ? name : name + "_" + attempt;
        Inserted inserted = insertOrFind(attempted, configuration);
        Job done = await(inserted.job());
        ErrorProto error = done.getStatus().getErrorResult();
        if (error == null) {
          return done;
        }
        if (attempt == ATTEMPTS || (!inserted.found() && !BigQueryFailures.passes(error))) {
          throw BigQueryFailures.of(doing, error);
        }
        pauses.pause();
      }
    } catch (IOException e) {
      throw BigQueryFailures.of(doing, e);
    }
  }

  /** The rows of a small answer, which no job name stands for. */
  List<TableRow> rows(String sql, String doing) {
    try {
      JobReference reference = new JobReference().setProjectId(target.billingProject());
      Job job = client.jobs().insert(target.billingProject(), job(reference, query(sql))).execute();
      Job done = await(job);
      if (done.getStatus().getErrorResult() != null) {
        throw BigQueryFailures.of(doing, done.getStatus().getErrorResult());
      }
      List<TableRow> rows =
          client
              .jobs()
              .getQueryResults(target.billingProject(), done.getJobReference().getJobId())
              .setLocation(target.location())
              .execute()
              .getRows();
      return rows == null ? List.of() : rows;
    } catch (IOException e) {
      throw BigQueryFailures.of(doing, e);
    }
  }

  /** Runs a statement that may be repeated. */
  void execute(String sql, String doing) {
    var unused = rows(sql, doing);
  }

  private record Inserted(Job job, boolean found) {}

  private Inserted insertOrFind(String name, JobConfiguration configuration) throws IOException {
    JobReference reference =
        new JobReference()
            .setProjectId(target.billingProject())
            .setJobId(name)
            .setLocation(target.location());
    try {
      return new Inserted(
          client.jobs().insert(target.billingProject(), job(reference, configuration)).execute(),
          false);
    } catch (IOException e) {
      if (BigQueryFailures.status(e).filter(status -> status == 409).isEmpty()) {
        throw e;
      }
      return new Inserted(get(reference), true);
    }
  }

  private Job job(JobReference reference, JobConfiguration configuration) {
    return new Job()
        .setJobReference(reference.setLocation(target.location()))
        .setConfiguration(configuration.setLabels(target.labels()));
  }

  private Job await(Job started) throws IOException {
    Pauses pauses = new Pauses();
    Job job = started;
    while (!"DONE".equals(job.getStatus().getState())) {
      pauses.pause();
      job = get(job.getJobReference());
    }
    return job;
  }

  private Job get(JobReference reference) throws IOException {
    return client
        .jobs()
        .get(target.billingProject(), reference.getJobId())
        .setLocation(target.location())
        .execute();
  }

  private final class Pauses {

    private Duration next = FIRST_LOOK;

    void pause() throws IOException {
      try {
        sleeper.sleep(next.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while waiting for BigQuery", e);
      }
      Duration doubled = next.multipliedBy(2);
      next = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
  }
}
