package dev.sluice.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schemas.avro.Row;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.junit.jupiter.api.Test;

final class MergePeopleTest {

  private static final Instant EARLY = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant LATE = Instant.parse("2026-01-02T00:00:00Z");

  @Test
  void everybodyIsThereOnceAndTheDirectoryKnowsBest() {
    Pipeline pipeline = Pipeline.create();
    PAssert.that(
            pipeline
                .apply(
                    Create.of(
                            batch(false, LATE, "ann", "Ann at an issue"),
                            batch(true, EARLY, "ann", "Ann of the directory"),
                            batch(false, EARLY, "bob", "Bob before he married"),
                            batch(false, LATE, "bob", "Bob"))
                        .withCoder(DocumentCoder.of(PeopleBatch.class)))
                .apply(MergePeople.of(Runs.tables(), Runs.header("r1"))))
        .satisfies(
            batches -> {
              RowBatch batch = RenameFieldsTest.only(batches);
              assertThat(batch.shardId()).isEqualTo("user");
              Map<String, String> names = new HashMap<>();
              for (Row row : batch.rows()) {
                names.put(
                    row.record().get("id").toString(), row.record().get("display_name").toString());
              }
              assertThat(names).isEqualTo(Map.of("ann", "Ann of the directory", "bob", "Bob"));
              assertThat(batch.rows()).hasSize(2);
              return null;
            });
    pipeline.run().waitUntilFinish();
  }

  private static PeopleBatch batch(boolean directory, Instant readAt, String id, String name) {
    return new PeopleBatch(
        directory,
        readAt,
        List.of("{\"accountId\":\"%s\",\"displayName\":\"%s\"}".formatted(id, name)));
  }
}
