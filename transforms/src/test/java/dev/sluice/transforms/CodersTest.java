package dev.sluice.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schemas.avro.Stage;
import dev.sluice.schemas.issue.IssueJson;
import dev.sluice.schemas.issue.IssueRows;
import dev.sluice.schemas.table.Lineage;
import java.io.IOException;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.util.CoderUtils;
import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.jupiter.api.Test;

final class CodersTest {

  @Test
  void aRawIssueComesBackAsItWas() throws IOException {
    RawIssue issue = Runs.issue(1, Runs.STAMPS + ",\"summary\":\"Überraschung 🎉\"");

    assertThat(CoderUtils.clone(RawIssue.RawIssueCoder.INSTANCE, issue)).isEqualTo(issue);
  }

  @Test
  void rowsComeBackAsTheyWereEvenThroughASerializedCoder() throws IOException {
    RawIssue issue = Runs.issue(1, Runs.STAMPS + ",\"customfield_10042\":12");
    RunTables tables = Runs.tables();
    RowBatch batch =
        new RowBatch(
            "s0001",
            7,
            Runs.READ_AT,
            "10001",
            new IssueRows(tables.columns(), tables.names())
                .extract(
                    IssueJson.mapper().readTree(issue.json()),
                    new Lineage("acme", "r1", "s0001", Runs.READ_AT))
                .rows());
    Coder<RowBatch> coder =
        SerializableUtils.clone(RowBatchCoder.of(tables.schemas(Stage.AS_SENT)));

    assertThat(CoderUtils.clone(coder, batch)).isEqualTo(batch);
  }

  @Test
  void codersOfDifferentRecordsAreDifferent() {
    assertThat(DocumentCoder.of(WrittenFile.class))
        .isEqualTo(DocumentCoder.of(WrittenFile.class))
        .isNotEqualTo(DocumentCoder.of(ShardReport.class));
  }
}
