package dev.sluice.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schemas.layout.Documents;
import dev.sluice.schemas.layout.Manifest;
import dev.sluice.schemas.layout.RunStatus;
import dev.sluice.schemas.layout.SweepCounts;
import dev.sluice.schemas.layout.WarehouseLayout;
import dev.sluice.simulator.api.Edition;
import dev.sluice.simulator.site.Site;
import dev.sluice.simulator.site.SparseSite;
import dev.sluice.transforms.jira.JiraClient;
import dev.sluice.transforms.jql.Scope;
import dev.sluice.transforms.state.CurrentState;
import dev.sluice.transforms.store.WarehouseStore;
import dev.sluice.transforms.sweep.SweepRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A census of a site of a million issues. */
@Tag("proof")
final class MillionIssuesTest {

  private static final long FIRST = 10_000;
  private static final int ISSUES = 1_000_000;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"CLOUD, 210", "DATA_CENTER, 1200"})
  void aCensusOfAMillionIssuesCostsFewRequests(Edition edition, int mostRequests)
      throws IOException {
    WarehouseStore store = WarehouseStore.at(folder.resolve("warehouse").toString());
    write(store);
    Site site = SparseSite.of(ISSUES);
    try (SimulatedJira jira = SimulatedJira.start(site, edition, folder);
        JiraClient client = JiraClient.open(jira.connection())) {
      SweepPlan plan =
          SweepPlan.of(
              new SweepRequest(
                  Scope.everything(),
                  client.edition(),
                  0.05,
                  0,
                  Instant.parse("2026-01-01T00:00:00Z"),
                  Optional.empty()),
              CurrentState.of(store),
              client,
              client::count);

      assertThat(plan.counts()).isEqualTo(new SweepCounts(ISSUES, ISSUES, 0, 0, 0, 0, 0, 0, 0));
      assertThat(jira.simulator().requestLog().size()).isLessThanOrEqualTo(mostRequests);
      assertThat(plan.census().requests()).isEqualTo(jira.simulator().requestLog().size());
    }
  }

  private static void write(WarehouseStore store) throws IOException {
    Schema schema =
        SchemaBuilder.record("issue")
            .fields()
            .requiredString("id")
            .requiredString("key")
            .requiredString("project_id")
            .requiredString("project_key")
            .requiredLong("updated")
            .requiredString("_shard_id")
            .requiredLong("_read_at")
            .endRecord();
    try (AvroFile file =
        AvroFile.create(
            store, WarehouseLayout.dataFile("issue", Runs.DAY, "r1", "s0000"), schema)) {
      for (int i = 0; i < ISSUES; i++) {
        GenericData.Record row = new GenericData.Record(schema);
        row.put("id", Long.toString(FIRST + i));
        row.put("key", "MKT-" + i);
        row.put("project_id", "10");
        row.put("project_key", "MKT");
        row.put("updated", (long) i);
        row.put("_shard_id", "s0000");
        row.put("_read_at", (long) i);
        file.append(row);
      }
      store.write(
          WarehouseLayout.manifest("r1"),
          Documents.write(
              new Manifest(
                  "r1",
                  "acme",
                  RunStatus.OK,
                  Runs.READ_AT,
                  Runs.READ_AT,
                  Runs.DAY,
                  Runs.WATERMARK,
                  Map.of("issue", RunOutcome.filesOf(List.of(file.publish()))))));
    }
  }
}
