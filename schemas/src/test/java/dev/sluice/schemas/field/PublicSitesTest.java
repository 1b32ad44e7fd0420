package dev.sluice.schemas.field;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.schemas.SharedData;
import dev.sluice.schemas.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Field lists of real public sites, two snapshots of each, eight months apart. What became of them
 * is left in {@code target/public-sites.txt}.
 */
final class PublicSitesTest {

  @Test
  void noCollisionAndNoColumnThatMoves() throws IOException {
    Map<String, FieldRegistry> registries = new HashMap<>();
    List<String> stories = new ArrayList<>();
    List<String> snapshots =
        SharedData.lines(
            SharedData.folder().resolve("corpus").resolve("field_lists_public_jira.jsonl.gz"));
    for (String line : snapshots) {
      JsonNode snapshot = new ObjectMapper().readTree(line);
      FieldCatalogue catalogue = FieldCatalogue.parse(snapshot.path("fields"));
      String site = snapshot.path("repo").asText();
      FieldRegistry registry = registries.getOrDefault(site, FieldRegistry.empty());
      Instant at = Instant.parse(snapshot.path("snapshot").asText() + "-01T00:00:00Z");
      FieldLook look =
          Tables.columnNames().look(catalogue, registry, NamingRules.DEFAULT, Absences.UNKNOWN, at);
      FieldColumns columns = look.columns();
      assertThat(columns.columns())
          .hasSizeGreaterThanOrEqualTo((int) catalogue.custom().count())
          .allMatch(column -> ColumnText.isLegal(column.column()))
          .noneMatch(column -> SqlWords.contains(column.column()));
      for (FieldColumn column : columns.columns()) {
        assertThat(registry.columnOf(column.fieldId(), column.type()).orElse(column.column()))
            .isEqualTo(column.column());
      }
      stories.add(story(site, snapshot.path("snapshot").asText(), catalogue, look));
      registries.put(site, look.registry());
    }
    assertThat(registries).hasSize(7);
    Files.write(Path.of("target", "public-sites.txt"), stories);
  }

  private static String story(
      String site, String snapshot, FieldCatalogue catalogue, FieldLook look) {
    List<String> renamed =
        look.columns().columns().stream()
            .filter(column -> !column.column().equals(ColumnNames.bareName(column.field())))
            .map(column -> column.fieldId() + " '" + column.name() + "' " + column.column())
            .toList();
    Map<SchemaChange.Kind, Long> kinds =
        look.changes().stream()
            .collect(Collectors.groupingBy(SchemaChange::kind, Collectors.counting()));
    return "%s %s: %d custom fields, %d without the column of their name %s, changes %s %s"
        .formatted(
            site,
            snapshot,
            catalogue.custom().count(),
            renamed.size(),
            renamed,
            kinds,
            look.changes());
  }
}
