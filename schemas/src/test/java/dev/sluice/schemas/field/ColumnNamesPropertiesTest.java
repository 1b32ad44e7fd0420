package dev.sluice.schemas.field;

import static dev.sluice.schemas.field.FieldsUnderTest.custom;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ColumnNamesPropertiesTest {

  private static final Set<String> RESERVED = Set.of("id", "key", "status", "extra", "_site");
  private static final ColumnNames NAMES = new ColumnNames(RESERVED);
  private static final List<String> TYPES = List.of("string", "number", "option", "any", "date");
  private static final List<String> PIECES =
      List.of(
          "Cost",
          "cost",
          "€",
          " ",
          "-",
          "_",
          "__",
          "1",
          "2",
          "10",
          "Key",
          "STATUS",
          "_TABLE_",
          "é",
          "е",
          "日本",
          "🚀",
          "x".repeat(130),
          "customfield",
          "\u0000",
          "\u0130",
          "ß",
          "number");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
  void columnsAreLegalDistinctAndIndependentOfOrder(long seed) {
    Random random = new Random(seed);
    List<JiraField> fields = fields(random, 400);
    FieldColumns columns = assign(fields, FieldRegistry.empty());
    assertLegal(columns, fields.size());
    Collections.shuffle(fields, random);
    assertThat(assign(fields, FieldRegistry.empty())).isEqualTo(columns);
  }

  /** Fields are renamed, retyped, deleted, restored and added for sixty runs. */
  @ParameterizedTest
  @ValueSource(longs = {101, 102, 103, 104})
  void columnNeverMovesToAnotherFieldOrType(long seed) {
    Random random = new Random(seed);
    Map<String, JiraField> site = new HashMap<>();
    Map<String, String> ownerOfColumn = new HashMap<>();
    Map<String, String> columnOfOwner = new HashMap<>();
    FieldRegistry registry = FieldRegistry.empty();
    for (int run = 0; run < 60; run++) {
      change(random, site);
      FieldColumns columns = assign(new ArrayList<>(site.values()), registry);
      assertLegal(columns, site.size());
      for (FieldColumn column : columns.columns()) {
        String owner = column.fieldId() + " " + column.type().text();
        assertThat(ownerOfColumn.computeIfAbsent(column.column(), name -> owner)).isEqualTo(owner);
        assertThat(columnOfOwner.computeIfAbsent(owner, name -> column.column()))
            .isEqualTo(column.column());
      }
      registry = FieldRegistry.fromJson(registry.with(columns).toJson());
      assertThat(registry.with(columns)).isSameAs(registry);
    }
  }

  private static void change(Random random, Map<String, JiraField> site) {
    for (int i = 0; i < 8; i++) {
      long number = 10_000L + random.nextInt(60);
      String id = "customfield_" + number;
      if (random.nextInt(4) == 0) {
        site.remove(id);
      } else {
        site.put(id, custom(number, name(random), TYPES.get(random.nextInt(TYPES.size()))));
      }
    }
  }

  private static FieldColumns assign(List<JiraField> fields, FieldRegistry registry) {
    return NAMES.assign(new FieldCatalogue(fields), registry, Map.of());
  }

  private static void assertLegal(FieldColumns columns, int count) {
    List<String> names = columns.columns().stream().map(FieldColumn::column).toList();
    assertThat(names).hasSize(count).doesNotHaveDuplicates().allMatch(ColumnText::isLegal);
    assertThat(names).doesNotContainAnyElementsOf(RESERVED);
  }

  private static List<JiraField> fields(Random random, int count) {
    return random
        .longs(1, 5_000)
        .distinct()
        .limit(count)
        .mapToObj(number -> custom(number, name(random), TYPES.get(random.nextInt(TYPES.size()))))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static String name(Random random) {
    StringBuilder name = new StringBuilder();
    for (int i = random.nextInt(4); i >= 0; i--) {
      name.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return name.toString();
  }
}
