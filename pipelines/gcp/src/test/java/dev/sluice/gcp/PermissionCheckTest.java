package dev.sluice.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.bigquery.Bigquery;
import com.google.api.services.cloudresourcemanager.CloudResourceManager;
import com.google.api.services.storage.Storage;
import dev.sluice.gcp.Loopback.Answer;
import dev.sluice.gcp.Loopback.Call;
import dev.sluice.pipelines.config.BigQueryConfig;
import dev.sluice.pipelines.config.DatasetViews;
import dev.sluice.pipelines.config.WriteMode;
import dev.sluice.pipelines.run.RunException;
import dev.sluice.schemas.mart.MartChoices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PermissionCheckTest {

  private static final BigQueryConfig TARGET =
      new BigQueryConfig(
          "acme-data",
          "jira",
          "EU",
          "acme-jobs",
          null,
          Map.of(),
          new WriteMode.Merge(),
          new DatasetViews(MartChoices.NONE, "raw"));

  private final List<String> granted =
      new ArrayList<>(
          List.of(
              "storage.objects.create",
              "storage.objects.delete",
              "storage.objects.get",
              "storage.objects.list",
              "bigquery.jobs.create"));
  private final FakeBigQuery bigQuery = new FakeBigQuery();
  private String refused = "";
  private final Loopback google = Loopback.serving(this::answer);

  @AfterEach
  void close() {
    google.close();
  }

  @Test
  void whatIsAllowedIsSaidLineByLine() {
    assertThat(check())
        .containsExactly(
            "bucket acme: objects can be made, read, listed and deleted",
            "project acme-jobs: jobs can be run",
            "dataset acme-data.jira in EU",
            "dataset acme-data.jira: tables can be made (dry run)",
            "dataset acme-data.raw: views can be made (dry run)");
    assertThat(google.calls())
        .filteredOn(call -> call.path().endsWith("/jobs"))
        .hasSize(2)
        .allMatch(call -> call.body().contains("\"dryRun\":true"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "storage.objects.create",
        "storage.objects.delete",
        "storage.objects.get",
        "storage.objects.list",
        "bigquery.jobs.create"
      })
  void aPermissionThatIsMissingIsNamedTogetherWithWhereToGetIt(String permission) {
    granted.remove(permission);

    assertThatExceptionOfType(RunException.OutputDenied.class)
        .isThrownBy(this::check)
        .withMessage(
            (permission.startsWith("storage") ? "bucket acme" : "project acme-jobs")
                + ": the account lacks "
                + permission)
        .satisfies(e -> assertThat(e.hint()).contains("docs/bigquery.md"));
  }

  @Test
  void anAccountWithoutAnyPermissionIsToldAllOfThem() {
    granted.clear();

    assertThatExceptionOfType(RunException.OutputDenied.class)
        .isThrownBy(this::check)
        .withMessageContaining("create, storage.objects.delete, storage.objects.get, storage.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jira", "raw"})
  void aDatasetThatTakesNoTablesOrViewsIsTold(String dataset) {
    refused = "acme-data." + dataset + "._sluice_trial";

    assertThatExceptionOfType(RunException.OutputDenied.class)
        .isThrownBy(this::check)
        .withMessageContaining("cannot make tables and views in acme-data." + dataset)
        .withMessageContaining("bigquery.tables.create denied")
        .satisfies(e -> assertThat(e.hint()).contains("docs/bigquery.md"));
  }

  @Test
  void aDatasetElsewhereIsRefused() {
    BigQueryConfig elsewhere =
        new BigQueryConfig(
            "acme-data", "jira", "US", "acme-jobs", null, Map.of(), new WriteMode.Merge(), null);

    assertThatExceptionOfType(RunException.OutputRefused.class)
        .isThrownBy(() -> check(elsewhere))
        .withMessage("dataset acme-data.jira is in EU, not in US")
        .satisfies(e -> assertThat(e.hint()).contains("output.location"));
  }

  private Answer answer(Call call) {
    if (call.target().contains("testIamPermissions") || call.target().contains("testPermissions")) {
      return Answer.ok(
          granted.stream()
              .filter(permission -> (call.target() + call.body()).contains(permission))
              .collect(Collectors.joining("\", \"", "{\"permissions\": [\"", "\"]}")));
    }
    return !refused.isEmpty() && call.body().contains(refused)
        ? Answer.error(403, "accessDenied", "Permission bigquery.tables.create denied")
        : bigQuery.to(call);
  }

  private List<String> check() {
    return check(TARGET);
  }

  private List<String> check(BigQueryConfig target) {
    HttpTransport transport = new NetHttpTransport();
    GsonFactory json = GsonFactory.getDefaultInstance();
    String root = google.address() + "/";
    return new PermissionCheck(
            new Bigquery.Builder(transport, json, request -> {}).setRootUrl(root).build(),
            new Storage.Builder(transport, json, request -> {}).setRootUrl(root).build(),
            new CloudResourceManager.Builder(transport, json, request -> {})
                .setRootUrl(root)
                .build(),
            target)
        .of("gs://acme/wh");
  }
}
