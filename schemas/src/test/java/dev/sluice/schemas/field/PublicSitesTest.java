package dev.sluice.schemas.field;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.schemas.SharedData;
import dev.sluice.schemas.table.Tables;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Field lists of real public sites, two snapshots of each. */
final class PublicSitesTest {

  @Test
  void noCollisionAndNoColumnThatMoves() throws IOException {
    Map<String, FieldRegistry> registries = new HashMap<>();
    List<String> snapshots =
        SharedData.lines(
            SharedData.folder().resolve("corpus").resolve("field_lists_public_jira.jsonl.gz"));
    for (String line : snapshots) {
      JsonNode snapshot = new ObjectMapper().readTree(line);
      FieldCatalogue catalogue = FieldCatalogue.parse(snapshot.path("fields"));
      String site = snapshot.path("repo").asText();
      FieldRegistry registry = registries.getOrDefault(site, FieldRegistry.empty());
      FieldColumns columns = Tables.columnNames().assign(catalogue, registry, Map.of());
      assertThat(columns.columns())
          .hasSize((int) catalogue.custom().count())
          .allMatch(column -> ColumnText.isLegal(column.column()));
      for (FieldColumn column : columns.columns()) {
        assertThat(registry.columnOf(column.fieldId(), column.type()).orElse(column.column()))
            .isEqualTo(column.column());
      }
      registries.put(site, registry.with(columns));
    }
    assertThat(registries).hasSize(7);
  }
}
