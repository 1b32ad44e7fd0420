package dev.sluice.schemas.issue;

import static dev.sluice.schemas.issue.IssuesUnderTest.LINEAGE;
import static dev.sluice.schemas.issue.IssuesUnderTest.columns;
import static dev.sluice.schemas.issue.IssuesUnderTest.issue;
import static dev.sluice.schemas.issue.IssuesUnderTest.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.schemas.avro.AvroSchemas;
import dev.sluice.schemas.avro.Row;
import dev.sluice.schemas.avro.Stage;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.table.Table;
import dev.sluice.schemas.table.Tables;
import dev.sluice.schemas.value.Timestamps;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class UtcRowsTest {

  private static final FieldColumns FIELDS =
      columns(
          """
          [{"id":"customfield_1","name":"Launch","custom":true,"schema":{"type":"datetime"}},
           {"id":"customfield_2","name":"Sprint","custom":true,"schema":{"type":"array","items":"json","custom":"x:gh-sprint"}},
           {"id":"customfield_3","name":"Owner","custom":true,"schema":{"type":"user"}},
           {"id":"customfield_4","name":"Owners","custom":true,"schema":{"type":"array","items":"user"}},
           {"id":"customfield_5","name":"Launches","custom":true,"schema":{"type":"array","items":"datetime"}}]
          """);
  private static final Table ISSUE = Tables.issue(FIELDS);
  private static final IssueRows ROWS = new IssueRows(FIELDS, Set.of("issue"));

  private final List<Misfit> misfits = new ArrayList<>();
  private final UtcRows utcRows = new UtcRows(List.of(ISSUE), misfits::add);

  @Test
  void instantsOfEveryDepthAreUtc() throws IOException {
    Row asSent =
        asSent(
            """
            {"customfield_1":"2026-03-01T00:30:00.000+1400","customfield_3":{"accountId":"a"},
             "customfield_4":[{"accountId":"b"}],"customfield_5":[1732877091000],
             "customfield_2":[{"id":7,"name":"S","startDate":"2025-03-12T01:36:46.600Z"},
              "com.atlassian.greenhopper.service.sprint.Sprint@1[id=8,state=CLOSED,name=a, b,startDate=2018-04-30T00:01:00.000-07:00,endDate=<null>,completeDate=<null>]"]}
            """);
    GenericRecord utc =
        throughAvro(utcRows.normalize(throughAvro(asSent, Stage.AS_SENT)), Stage.UTC).record();
    assertThat(utc.get("created")).isEqualTo(micros("2026-01-15T13:23:45Z"));
    assertThat(utc.get("launch")).isEqualTo(micros("2026-02-28T10:30:00Z"));
    assertThat(utc.get("launches")).hasToString("[" + micros("2024-11-29T10:44:51Z") + "]");
    assertThat(utc.get("owner").toString()).startsWith("{\"id\": \"a\"");
    assertThat(utc.get("owners").toString()).startsWith("[{\"id\": \"b\"");
    assertThat(utc.get("sprint"))
        .hasToString(
            "[{\"id\": \"7\", \"name\": \"S\", \"state\": null, \"board_id\": null, \"goal\": null,"
                + " \"start_date\": 1741743406600000, \"end_date\": null, \"complete_date\": null},"
                + " {\"id\": \"8\", \"name\": \"a, b\", \"state\": \"closed\", \"board_id\": null,"
                + " \"goal\": null, \"start_date\": 1525071660000000, \"end_date\": null,"
                + " \"complete_date\": null}]");
    assertThat(utc.get("_read_at")).isEqualTo(micros("2026-11-24T05:00:00.5Z"));
    assertThat(misfits).isEmpty();
  }

  @Test
  void textThatIsNoInstantStandsInExtra() {
    Row utc =
        utcRows.normalize(
            asSent(
                """
                {"customfield_1":"next week","lastViewed":"51502-01-01T00:00:00.000+0000","customfield_9":1.10,
                 "customfield_2":[{"id":1,"startDate":"soon","endDate":"later","name":"S"}]}
                """));
    assertThat(utc.record().get("launch")).isNull();
    assertThat(json(String.valueOf(utc.record().get("extra"))))
        .isEqualTo(
            json(
                """
                {"customfield_9":1.10,"lastViewed":"51502-01-01T00:00:00.000+0000",
                 "customfield_1":"next week","customfield_2":["soon","later"]}
                """));
    assertThat(misfits).hasSize(4);
    assertThat(misfits.get(1))
        .isEqualTo(new Misfit("issue", "launch", Optional.of("customfield_1")));
  }

  @Test
  void aTimeThatRowsShareIsReadOnceAndAlwaysRight() {
    String first = "2026-01-01T00:00:00.000+0000";
    String second = "2026-02-02T00:00:00.000+0000";
    Utf8 reused = new Utf8(first);
    for (CharSequence stamp : List.of(first, first, second, reused, first)) {
      assertThat(launch(stamp)).isEqualTo(micros(Timestamps.parse(stamp.toString()).orElseThrow()));
    }
    assertThat(launch(reused.set(second))).isEqualTo(micros(Instant.parse("2026-02-02T00:00:00Z")));
    String noTime = "soon";
    assertThat(launch(noTime)).isNull();
    assertThat(launch(noTime)).isNull();
    assertThat(misfits).hasSize(2);
  }

  private @Nullable Object launch(CharSequence stamp) {
    Row asSent = asSent("{}");
    asSent.record().put("launch", stamp);
    return utcRows.normalize(asSent).record().get("launch");
  }

  @Test
  void listLosesWhatIsNoInstantButNotItsOtherElements() throws IOException {
    Row utc = utcRows.normalize(asSent("{\"customfield_5\":[\"soon\",\"2025-10-08T15:00:00Z\"]}"));
    Row written = throughAvro(utc, Stage.UTC);
    assertThat(written.record().get("launches"))
        .hasToString("[" + micros("2025-10-08T15:00:00Z") + "]");
    assertThat(written.record().get("extra")).hasToString("{\"customfield_5\":\"soon\"}");
  }

  @Test
  void issueWhoseVitalInstantIsNoneIsUnusable() {
    Row asSent = asSent("{}");
    asSent.record().put("updated", "soon");
    assertThatThrownBy(() -> utcRows.normalize(asSent))
        .isInstanceOf(UnusableIssueException.class)
        .hasMessage("the issue has no usable 'updated'");
  }

  @Test
  void rowOfAnotherTableIsRefused() {
    Row row = new Row("comment", asSent("{}").record());
    assertThatIllegalArgumentException().isThrownBy(() -> utcRows.normalize(row));
  }

  private static Row asSent(String fields) {
    return ROWS.extract(issue(fields), LINEAGE).rows().get(0);
  }

  private static long micros(String instant) {
    return micros(Instant.parse(instant));
  }

  private static long micros(Instant instant) {
    return instant.toEpochMilli() * 1000;
  }

  /** As between two steps of a pipeline: written, and read with text as bytes. */
  private static Row throughAvro(Row row, Stage stage) throws IOException {
    Schema schema = new Schema.Parser().parse(AvroSchemas.of(ISSUE, stage).toString());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Encoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    new GenericDatumWriter<GenericRecord>(schema).write(row.record(), encoder);
    return new Row(
        row.table(),
        new GenericDatumReader<GenericRecord>(schema)
            .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null)));
  }
}
