package dev.sluice.schemas.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sluice.schemas.table.Tables;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;

final class RowBuilderTest {

  private static final Instant AT = Instant.parse("2026-11-24T05:00:00.123456789Z");

  @Test
  void valuesStandUnderTheirNames() {
    Row row =
        RowBuilder.of(Tables.DEAD_LETTER)
            .with("run_id", "r")
            .with("position", 3)
            .with("at", AT)
            .with("raw", JsonNodeFactory.instance.objectNode().put("id", 1))
            .with("issue_id", Optional.of("10"))
            .withAll(Map.of("issue_key", Optional.empty(), "stage", "extract"))
            .build();
    GenericRecord record = row.record();
    assertThat(row.table()).isEqualTo("_dead_letter");
    assertThat(GenericData.get().validate(record.getSchema(), record)).isTrue();
    assertThat(record.get("position")).isEqualTo(3L);
    assertThat(record.get("at")).isEqualTo(1_795_496_400_123_456L);
    assertThat(record.get("raw")).isEqualTo("{\"id\":1}");
    assertThat(record.get("issue_id")).isEqualTo("10");
    assertThat(record.get("issue_key")).isNull();
  }

  @Test
  void instantsStayTextAsSent() {
    Row row =
        RowBuilder.of(Tables.RUN, Stage.AS_SENT).with("run_id", "r").with("started_at", AT).build();
    assertThat(row.record().get("started_at")).isEqualTo(AT.toString());
  }

  @Test
  void unknownColumnIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RowBuilder.of(Tables.RUN).with("runid", "r"))
        .withMessage("table _run has no column runid");
  }

  @Test
  void valueOfAnotherTypeIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RowBuilder.of(Tables.RUN).with("started_at", "yesterday"))
        .withMessage("_run.started_at is timestamp, not java.lang.String");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RowBuilder.of(Tables.RUN).with("shards", 1.5));
  }

  @Test
  void rowWithoutItsKeyIsRefused() {
    assertThatThrownBy(() -> RowBuilder.of(Tables.SHARD).with("run_id", "r").build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("key column _shard.shard_id is not set");
  }
}
