package dev.sluice.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.transforms.failure.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.junit.jupiter.api.Test;

final class RenameFieldsTest {

  @Test
  void customFieldsBecomeNamedColumnsAndInstantsStayAsSent() {
    Pipeline pipeline = Pipeline.create();
    RenameFields.Result renamed =
        rename(
            pipeline,
            Runs.issue(1, Runs.STAMPS + ",\"summary\":\"Launch\",\"customfield_10042\":1500.5"));

    PAssert.that(renamed.rows())
        .satisfies(
            batches -> {
              RowBatch batch = only(batches);
              GenericRecord row = batch.rows().get(0).record();
              assertThat(batch.shardId()).isEqualTo("s0001");
              assertThat(batch.issueId()).isEqualTo("10001");
              assertThat(batch.rows()).extracting(r -> r.table()).containsExactly("issue");
              assertThat(row.get("key")).hasToString("MKTG-1");
              assertThat(row.get("summary")).hasToString("Launch");
              assertThat(row.get("campaign_budget")).isEqualTo(1500.5);
              assertThat(row.get("created")).hasToString("2026-01-01T01:00:00.000+1300");
              assertThat(row.get("extra")).isNull();
              assertThat(row.get("_site")).hasToString("acme.test");
              assertThat(row.get("_run_id")).hasToString("r1");
              assertThat(row.get("_shard_id")).hasToString("s0001");
              return null;
            });
    PAssert.that(renamed.failures()).empty();
    pipeline.run().waitUntilFinish();
  }

  @Test
  void aValueThatDoesNotFitKeepsTheRowAndGoesRawToExtra() {
    Pipeline pipeline = Pipeline.create();
    RenameFields.Result renamed =
        rename(pipeline, Runs.issue(1, Runs.STAMPS + ",\"customfield_10042\":\"a lot\""));

    PAssert.that(renamed.rows())
        .satisfies(
            batches -> {
              GenericRecord row = only(batches).rows().get(0).record();
              assertThat(row.get("campaign_budget")).isNull();
              assertThat(row.get("extra")).hasToString("{\"customfield_10042\":\"a lot\"}");
              return null;
            });
    PAssert.that(renamed.failures()).empty();
    pipeline.run().waitUntilFinish();
  }

  @Test
  void anIssueWithoutCreatedIsSetAsideWholeAndTheOthersLand() {
    Pipeline pipeline = Pipeline.create();
    RawIssue bad = Runs.issue(2, "\"updated\":\"2026-01-01T10:00:00.000+0000\"");
    String raw = new String(bad.json(), StandardCharsets.UTF_8);
    RenameFields.Result renamed = rename(pipeline, Runs.issue(1, Runs.STAMPS), bad);

    PAssert.that(renamed.rows())
        .satisfies(
            batches -> {
              assertThat(only(batches).issueId()).isEqualTo("10001");
              return null;
            });
    PAssert.that(renamed.failures())
        .satisfies(
            letters -> {
              DeadLetter letter = only(letters);
              assertThat(letter.stage()).isEqualTo("RenameFields");
              assertThat(letter.issueId()).isEqualTo("10002");
              assertThat(letter.issueKey()).isEqualTo("MKTG-2");
              assertThat(letter.errorMessage()).contains("created");
              assertThat(letter.raw()).isEqualTo(raw);
              assertThat(letter.replayJql()).isEqualTo("id = 10002");
              return null;
            });
    pipeline.run().waitUntilFinish();
  }

  private static RenameFields.Result rename(Pipeline pipeline, RawIssue... issues) {
    return pipeline
        .apply(Create.of(List.of(issues)).withCoder(RawIssue.RawIssueCoder.INSTANCE))
        .apply(RenameFields.to(Runs.tables(), Runs.header("r1")));
  }

  static <T> T only(Iterable<T> elements) {
    List<T> list = new ArrayList<>();
    elements.forEach(list::add);
    assertThat(list).hasSize(1);
    return list.get(0);
  }
}
