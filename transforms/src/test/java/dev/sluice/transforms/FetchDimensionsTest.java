package dev.sluice.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.simulator.api.Edition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.testing.PAssert;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FetchDimensionsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Edition.class)
  void projectsAndFieldsAreReadWholeInOneRequestEach(Edition edition) {
    List<String> projectKeys = new ArrayList<>(SimulatedJira.projectKeys());
    try (SimulatedJira jira = SimulatedJira.start(edition, folder)) {
      Pipeline pipeline = Pipeline.create();
      FetchDimensions.Result dimensions =
          pipeline.apply(FetchDimensions.from(jira.connection(), Runs.tables(), Runs.header("r1")));

      PAssert.that(dimensions.rows())
          .satisfies(
              batches -> {
                List<String> keys = new ArrayList<>();
                List<String> columns = new ArrayList<>();
                batches.forEach(
                    batch ->
                        batch
                            .rows()
                            .forEach(
                                row -> {
                                  if (row.table().equals("project")) {
                                    keys.add(row.record().get("key").toString());
                                  } else {
                                    columns.add(String.valueOf(row.record().get("column_name")));
                                  }
                                }));
                assertThat(keys).containsExactlyInAnyOrderElementsOf(projectKeys);
                assertThat(columns).contains("summary", "status_id");
                return null;
              });
      PAssert.that(dimensions.reports())
          .satisfies(
              reports -> {
                assertThat(reports)
                    .extracting(ShardReport::shardId)
                    .containsExactlyInAnyOrder("project", "field");
                assertThat(reports)
                    .allSatisfy(
                        report -> assertThat(report.kind()).isEqualTo(ShardReport.Kind.DIMENSION));
                return null;
              });
      pipeline.run().waitUntilFinish();
    }
  }
}
