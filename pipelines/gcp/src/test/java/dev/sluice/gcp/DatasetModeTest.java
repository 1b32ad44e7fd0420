package dev.sluice.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.sluice.pipelines.config.WriteMode;
import dev.sluice.pipelines.run.RunException;
import dev.sluice.schemas.field.FieldCatalogue;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.field.FieldRegistry;
import dev.sluice.schemas.table.Tables;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DatasetModeTest {

  private static final DatasetMode MERGE = new DatasetMode(new WriteMode.Merge());
  private static final DatasetMode CDC = new DatasetMode(new WriteMode.Cdc(null));

  @Test
  void onlyTablesThatChangesAreStreamedToAreLabelled() {
    assertThat(MERGE.labelled(Map.of("team", "data"))).isEqualTo(Map.of("team", "data"));
    assertThat(CDC.labelled(Map.of("team", "data")))
        .isEqualTo(Map.of("team", "data", "sluice_mode", "cdc"));
  }

  @Test
  void anAgeIsWrittenAsAnInterval() {
    assertThat(MERGE.maxStaleness()).isNull();
    assertThat(CDC.maxStaleness()).isNull();
    assertThat(new DatasetMode(new WriteMode.Cdc(Duration.ofSeconds(90_061))).maxStaleness())
        .isEqualTo("0-0 0 25:1:1");
  }

  @Test
  void aTableOfMoreColumnsThanBigQueryStreamsToIsRefused() {
    MergedTable wide = new MergedTable(Tables.issue(columns(2_000)));

    assertThatExceptionOfType(RunException.OutputRefused.class)
        .isThrownBy(() -> CDC.requireServes("p.d.issue", wide))
        .withMessageContaining("of at most 2000");
    assertThatCode(() -> MERGE.requireServes("p.d.issue", wide)).doesNotThrowAnyException();
  }

  private static FieldColumns columns(int count) {
    ArrayNode fields = new ObjectMapper().createArrayNode();
    for (int i = 1; i <= count; i++) {
      var field = fields.addObject();
      field.put("id", "customfield_" + i).put("name", "Number " + i).put("custom", true);
      field.putObject("schema").put("type", "number").put("custom", "x:float");
    }
    return Tables.columnNames()
        .assign(FieldCatalogue.parse(fields), FieldRegistry.empty(), Map.of());
  }
}
