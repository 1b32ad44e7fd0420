package dev.sluice.gcp;

import com.google.api.services.bigquery.Bigquery;
import com.google.api.services.bigquery.model.Job;
import com.google.api.services.bigquery.model.JobReference;
import com.google.api.services.cloudresourcemanager.CloudResourceManager;
import com.google.api.services.cloudresourcemanager.model.TestIamPermissionsRequest;
import com.google.api.services.cloudresourcemanager.model.TestIamPermissionsResponse;
import com.google.api.services.storage.Storage;
import dev.sluice.pipelines.config.BigQueryConfig;
import dev.sluice.pipelines.config.WriteMode;
import dev.sluice.pipelines.run.RunException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks Google whether the account may do what a run does. Permissions of the bucket and the project
 * are asked for by name; those of the dataset show in a statement that is checked but not run,
 * because they may come from the dataset or from the project.
 */
final class PermissionCheck {

  private static final List<String> ON_THE_BUCKET =
      List.of(
          "storage.objects.create",
          "storage.objects.delete",
          "storage.objects.get",
          "storage.objects.list");
  private static final List<String> ON_THE_PROJECT = List.of("bigquery.jobs.create");

  private static final List<String> ON_A_TABLE =
      List.of("bigquery.tables.get", "bigquery.tables.update", "bigquery.tables.updateData");

  private final Bigquery bigQuery;
  private final Storage storage;
  private final CloudResourceManager projects;
  private final BigQueryConfig target;

  PermissionCheck(
      Bigquery bigQuery, Storage storage, CloudResourceManager projects, BigQueryConfig target) {
    this.bigQuery = bigQuery;
    this.storage = storage;
    this.projects = projects;
    this.target = target;
  }

  List<String> of(String staging) {
    List<String> found = new ArrayList<>();
    found.add(bucket(URI.create(staging).getAuthority()));
    found.add(project());
    var unused = new TargetTables(bigQuery, target).requireUsable(List.of());
    found.add("dataset " + target.project() + "." + target.dataset() + " in " + target.location());
    found.add(
        dryRun(
            target.dataset(), "CREATE TABLE IF NOT EXISTS %s (id STRING)", "tables can be made"));
    if (target.views() != null && target.views().rawNames() != null) {
      found.add(
          dryRun(
              target.views().rawNames(), "CREATE VIEW %s AS SELECT 1 AS id", "views can be made"));
    }
    if (target.mode() instanceof WriteMode.Cdc) {
      found.add(rows());
    }
    return found;
  }

  private String bucket(String bucket) {
    try {
      require(
          "bucket " + bucket,
          ON_THE_BUCKET,
          storage.buckets().testIamPermissions(bucket, ON_THE_BUCKET).execute().getPermissions());
    } catch (IOException e) {
      throw BigQueryFailures.of("ask for the permissions of bucket " + bucket, e);
    }
    return "bucket " + bucket + ": objects can be made, read, listed and deleted";
  }

  private String project() {
    try {
      TestIamPermissionsResponse response =
          projects
              .projects()
              .testIamPermissions(
                  target.billingProject(),
                  new TestIamPermissionsRequest().setPermissions(ON_THE_PROJECT))
              .execute();
      require("project " + target.billingProject(), ON_THE_PROJECT, response.getPermissions());
    } catch (IOException e) {
      throw BigQueryFailures.of("ask for the permissions of project " + target.billingProject(), e);
    }
    return "project " + target.billingProject() + ": jobs can be run";
  }

  private String dryRun(String dataset, String statement, String can) {
    String trial = new SqlNames(target.project(), dataset).table("_sluice_trial");
    Job job =
        new Job()
            .setJobReference(
                new JobReference()
                    .setProjectId(target.billingProject())
                    .setLocation(target.location()))
            .setConfiguration(BigQueryJobs.query(statement.formatted(trial)).setDryRun(true));
    try {
      var unused = bigQuery.jobs().insert(target.billingProject(), job).execute();
    } catch (IOException e) {
      throw BigQueryFailures.of("make tables and views in " + target.project() + "." + dataset, e);
    }
    return "dataset " + target.project() + "." + dataset + ": " + can + " (dry run)";
  }

  /** Whether rows may be sent can be asked of a table, and of nothing else. */
  private String rows() {
    String table = target.project() + "." + target.dataset() + "." + MergedTable.ISSUE;
    try {
      require(
          "table " + table,
          ON_A_TABLE,
          bigQuery
              .tables()
              .testIamPermissions(
                  "projects/%s/datasets/%s/tables/%s"
                      .formatted(target.project(), target.dataset(), MergedTable.ISSUE),
                  new com.google.api.services.bigquery.model.TestIamPermissionsRequest()
                      .setPermissions(ON_A_TABLE))
              .execute()
              .getPermissions());
    } catch (IOException e) {
      if (BigQueryFailures.status(e).filter(status -> status == 404).isPresent()) {
        return "whether rows can be sent shows when there are tables";
      }
      throw BigQueryFailures.of("ask for the permissions of table " + table, e);
    }
    return "rows can be sent to tables";
  }

  private static void require(String where, List<String> wanted, List<String> granted) {
    List<String> missing = new ArrayList<>(wanted);
    if (granted != null) {
      missing.removeAll(granted);
    }
    if (!missing.isEmpty()) {
      throw new RunException.OutputDenied(
          where + ": the account lacks " + String.join(", ", missing),
          "give it a role that has them, see docs/bigquery.md",
          new IOException("not granted"));
    }
  }
}
