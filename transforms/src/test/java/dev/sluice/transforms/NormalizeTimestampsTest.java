package dev.sluice.transforms;

import static dev.sluice.transforms.RenameFieldsTest.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schemas.avro.Row;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.junit.jupiter.api.Test;

final class NormalizeTimestampsTest {

  @Test
  void instantsBecomeMicrosecondsUtcWhateverTheirOffset() {
    Pipeline pipeline = Pipeline.create();
    RowsOrFailures normalized =
        normalize(
            pipeline,
            Runs.issue(1, Runs.STAMPS + ",\"customfield_10043\":\"2026-03-29T02:30:00.000+0545\""));

    PAssert.that(normalized.rows())
        .satisfies(
            batches -> {
              GenericRecord row = only(batches).rows().get(0).record();
              assertThat(row.get("created")).isEqualTo(micros("2025-12-31T12:00:00Z"));
              assertThat(row.get("updated")).isEqualTo(micros("2026-01-01T18:00:00Z"));
              assertThat(row.get("go_live")).isEqualTo(micros("2026-03-28T20:45:00Z"));
              assertThat(row.get("_read_at"))
                  .isEqualTo(ChronoUnit.MICROS.between(Instant.EPOCH, Runs.READ_AT));
              return null;
            });
    PAssert.that(normalized.failures()).empty();
    pipeline.run().waitUntilFinish();
  }

  @Test
  void textThatIsNoTimeGoesRawToExtraAndTheRowLands() {
    Pipeline pipeline = Pipeline.create();
    RowsOrFailures normalized =
        normalize(pipeline, Runs.issue(1, Runs.STAMPS + ",\"customfield_10043\":\"soon\""));

    PAssert.that(normalized.rows())
        .satisfies(
            batches -> {
              GenericRecord row = only(batches).rows().get(0).record();
              assertThat(row.get("go_live")).isNull();
              assertThat(row.get("extra")).hasToString("{\"customfield_10043\":\"soon\"}");
              return null;
            });
    PAssert.that(normalized.failures()).empty();
    pipeline.run().waitUntilFinish();
  }

  @Test
  void aRowWhoseCreatedIsNoTimeIsSetAside() {
    Pipeline pipeline = Pipeline.create();
    RawIssue issue = Runs.issue(1, Runs.STAMPS);
    RenameFields.Result renamed =
        pipeline
            .apply(Create.of(List.of(issue)).withCoder(RawIssue.RawIssueCoder.INSTANCE))
            .apply(RenameFields.to(Runs.tables(), Runs.header("r1")));
    RowsOrFailures normalized =
        renamed
            .rows()
            .apply("Spoil", ParDo.of(new SpoilFn()))
            .setCoder(renamed.rows().getCoder())
            .apply(NormalizeTimestamps.of(Runs.tables()));

    PAssert.that(normalized.rows()).empty();
    PAssert.that(normalized.failures())
        .satisfies(
            letters -> {
              assertThat(only(letters).stage()).isEqualTo("NormalizeTimestamps");
              assertThat(only(letters).replayJql()).isEqualTo("id = 10001");
              assertThat(only(letters).raw()).contains("MKTG-1").contains("yesterday");
              return null;
            });
    pipeline.run().waitUntilFinish();
  }

  private static RowsOrFailures normalize(Pipeline pipeline, RawIssue issue) {
    return pipeline
        .apply(Create.of(List.of(issue)).withCoder(RawIssue.RawIssueCoder.INSTANCE))
        .apply(RenameFields.to(Runs.tables(), Runs.header("r1")))
        .rows()
        .apply(NormalizeTimestamps.of(Runs.tables()));
  }

  private static long micros(String instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(instant));
  }

  private static final class SpoilFn extends DoFn<RowBatch, RowBatch> {

    @ProcessElement
    public void processElement(@Element RowBatch batch, OutputReceiver<RowBatch> out) {
      GenericRecord copy =
          GenericData.get()
              .deepCopy(batch.rows().get(0).record().getSchema(), batch.rows().get(0).record());
      copy.put("created", "yesterday");
      out.output(
          new RowBatch(
              batch.shardId(),
              batch.position(),
              batch.readAt(),
              batch.issueId(),
              List.of(new Row("issue", copy))));
    }
  }
}
