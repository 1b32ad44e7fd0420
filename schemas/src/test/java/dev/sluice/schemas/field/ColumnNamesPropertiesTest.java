package dev.sluice.schemas.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a site calls its fields, and whatever its administrators do to them. */
final class ColumnNamesPropertiesTest {

  private static final ColumnNames NAMES = new ColumnNames(NastyFields.RESERVED);
  private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
  void columnsAreLegalDistinctAndIndependentOfOrder(long seed) {
    NastyFields nasty = new NastyFields(seed);
    List<JiraField> fields = nasty.fields(400);
    FieldColumns columns = look(fields, FieldRegistry.empty(), NamingRules.DEFAULT, 0).columns();
    assertLegal(columns, fields.size());
    Collections.shuffle(fields, new Random(seed));
    assertThat(look(fields, FieldRegistry.empty(), NamingRules.DEFAULT, 0).columns())
        .isEqualTo(columns);
  }

  /** Fields are renamed, retyped, deleted, restored, created again and added for sixty runs. */
  @ParameterizedTest
  @ValueSource(longs = {101, 102, 103, 104, 105, 106})
  void columnNeverMovesToAnotherFieldOrType(long seed) {
    for (OnRename onRename : OnRename.values()) {
      for (OnRecreate onRecreate : OnRecreate.values()) {
        live(seed, new NamingRules(Map.of(), onRename, onRecreate));
      }
    }
  }

  private static void live(long seed, NamingRules rules) {
    NastyFields nasty = new NastyFields(seed);
    Map<String, JiraField> site = new HashMap<>();
    Map<String, String> ownerOfColumn = new HashMap<>();
    Map<String, String> columnOfOwner = new HashMap<>();
    FieldRegistry registry = FieldRegistry.empty();
    for (int run = 0; run < 60; run++) {
      nasty.change(site);
      List<JiraField> fields = new ArrayList<>(site.values());
      FieldLook look = look(fields, registry, rules, run);
      assertThat(look.columns().columns()).hasSizeGreaterThanOrEqualTo(site.size());
      assertLegal(look.columns(), look.columns().columns().size());
      Map<String, SchemaChange> recreated = new HashMap<>();
      look.changes().stream()
          .filter(change -> change.kind() == SchemaChange.Kind.RECREATED)
          .forEach(change -> recreated.put(change.fieldId(), change));
      for (FieldColumn column : look.columns().columns()) {
        String owner = column.fieldId() + " " + column.type().text();
        SchemaChange succession = recreated.get(column.fieldId());
        if (succession != null) {
          String predecessor = succession.before() + " " + column.type().text();
          assertThat(ownerOfColumn.put(column.column(), owner)).isEqualTo(predecessor);
          columnOfOwner.remove(predecessor);
        }
        assertThat(ownerOfColumn.computeIfAbsent(column.column(), name -> owner)).isEqualTo(owner);
        if (rules.onRename() == OnRename.KEEP_COLUMN) {
          assertThat(columnOfOwner.computeIfAbsent(owner, name -> column.column()))
              .isEqualTo(column.column());
        }
      }
      registry = FieldRegistry.fromJson(look.registry().toJson());
      assertThat(registry).isEqualTo(look.registry());
      assertConsistent(registry, look.columns());
      Collections.shuffle(fields, new Random(run));
      FieldLook again = look(fields, registry, rules, run + 1);
      assertThat(again.changes())
          .filteredOn(change -> change.kind() != SchemaChange.Kind.REMOVED)
          .isEmpty();
    }
  }

  /**
   * A field has one period at a time, its periods follow each other, and all tell of the columns.
   */
  private static void assertConsistent(FieldRegistry registry, FieldColumns columns) {
    assertThat(registry.columns()).isEqualTo(columns);
    for (String id : registry.fieldIds()) {
      List<FieldPeriod> periods = registry.periodsOf(id);
      for (int i = 1; i < periods.size(); i++) {
        Instant from = periods.get(i).from();
        assertThat(periods.get(i - 1).to())
            .hasValueSatisfying(to -> assertThat(to).isBeforeOrEqualTo(from));
      }
    }
  }

  private static FieldLook look(
      List<JiraField> fields, FieldRegistry registry, NamingRules rules, int run) {
    return NAMES.look(
        new FieldCatalogue(fields),
        registry,
        rules,
        Absences.UNKNOWN,
        START.plus(Duration.ofDays(run)));
  }

  private static void assertLegal(FieldColumns columns, int count) {
    List<String> names = columns.columns().stream().map(FieldColumn::column).toList();
    assertThat(names)
        .hasSize(count)
        .doesNotHaveDuplicates()
        .allMatch(ColumnText::isLegal)
        .noneMatch(SqlWords::contains);
    assertThat(Set.copyOf(names)).doesNotContainAnyElementsOf(NastyFields.RESERVED);
  }
}
