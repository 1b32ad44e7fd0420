package dev.sluice.transforms;

import static dev.sluice.transforms.ReconciliationTest.file;
import static dev.sluice.transforms.ReconciliationTest.report;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.Test;

final class VerifyShardsTest {

  @Test
  void eachReportMeetsTheFilesOfItsShard() {
    Pipeline pipeline = Pipeline.create();

    PAssert.that(
            verify(
                pipeline,
                List.of(report(3, 3L, null, null)),
                List.of(file("issue", 2), file("_dead_letter", 1))))
        .satisfies(
            results -> {
              ShardResult result = RenameFieldsTest.only(results);
              assertThat(result.files())
                  .containsExactlyInAnyOrder(file("issue", 2), file("_dead_letter", 1));
              assertThat(result.status()).isEqualTo(ShardResult.Status.COMPLETE);
              return null;
            });
    pipeline.run().waitUntilFinish();
  }

  @Test
  void aShardWithoutFilesIsVerifiedToo() {
    Pipeline pipeline = Pipeline.create();

    PAssert.that(verify(pipeline, List.of(report(0, 0L, null, null)), List.of()))
        .containsInAnyOrder(Reconciliation.of(report(0, 0L, null, null), List.of(), 0));
    pipeline.run().waitUntilFinish();
  }

  private static PCollection<ShardResult> verify(
      Pipeline pipeline, List<ShardReport> reports, List<WrittenFile> files) {
    PCollection<WrittenFile> written =
        pipeline.apply("Files", Create.of(files).withCoder(DocumentCoder.of(WrittenFile.class)));
    PCollection<ShardDetail> children =
        pipeline.apply("Children", Create.empty(DocumentCoder.of(ShardDetail.class)));
    return pipeline
        .apply("Reports", Create.of(reports).withCoder(DocumentCoder.of(ShardReport.class)))
        .apply(VerifyShards.against(written, children, 0));
  }
}
