package dev.sluice.schemas.field;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.schemas.type.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every custom field there ever was, with the names, types and columns it had and when. A column
 * stays with its field's id: a rename keeps it, a new type gets another one beside it, and no other
 * field is ever given it, but the one that was created in place of a field that is gone. Versions
 * are immutable.
 */
public final class FieldRegistry {

  /** The order of fields everywhere: numeric ids first and by number, the rest by text. */
  public static final Comparator<JiraField> FIELD_ORDER = JiraField.BY_ID;

  private final int version;
  private final List<FieldPeriod> periods;
  private final Map<String, List<FieldPeriod>> byField = new LinkedHashMap<>();
  private final Map<String, List<FieldPeriod>> byColumn = new LinkedHashMap<>();

  /**
   * Copies the periods.
   *
   * @param version 0 for the empty registry before the first run
   * @param periods in the order in which they began; a field has at most one that lasts
   */
  public FieldRegistry(int version, List<FieldPeriod> periods) {
    this.version = version;
    this.periods = List.copyOf(periods);
    for (FieldPeriod period : this.periods) {
      byField.computeIfAbsent(period.fieldId(), id -> new ArrayList<>()).add(period);
      byColumn.computeIfAbsent(period.column(), name -> new ArrayList<>()).add(period);
    }
  }

  /** Returns the registry of a warehouse without runs. */
  public static FieldRegistry empty() {
    return new FieldRegistry(0, List.of());
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @throws IllegalArgumentException if the text is not that
   */
  public static FieldRegistry fromJson(String json) {
    return FieldRegistryJson.read(json);
  }

  @JsonCreator
  static FieldRegistry fromDocument(JsonNode root) {
    return FieldRegistryJson.read(root);
  }

  /** Lets documents such as the run plan hold a registry as it is in {@link #toJson}. */
  @JsonValue
  JsonNode document() {
    return FieldRegistryJson.tree(this);
  }

  /** Returns the registry as the text of its file: equal registries have equal texts. */
  public String toJson() {
    return FieldRegistryJson.write(this);
  }

  /** Returns the number of this version; 0 before the first run. */
  public int version() {
    return version;
  }

  /** Returns every period, in the order in which they began. */
  public List<FieldPeriod> periods() {
    return periods;
  }

  /** Returns the periods of a field, oldest first; none when it never was. */
  public List<FieldPeriod> periodsOf(String fieldId) {
    return Collections.unmodifiableList(byField.getOrDefault(fieldId, List.of()));
  }

  /** Returns what a field is now; empty when it is unknown or removed. */
  public Optional<FieldPeriod> current(String fieldId) {
    return last(periodsOf(fieldId)).filter(FieldPeriod::isOpen);
  }

  /** Returns the columns as they were at an instant, UTC. */
  public FieldColumns at(Instant instant) {
    return columns(periods.stream().filter(period -> period.isAt(instant)));
  }

  /** Returns the columns as they are. */
  public FieldColumns columns() {
    return columns(periods.stream().filter(FieldPeriod::isOpen));
  }

  /** Returns the ids of all fields there ever were. */
  public Collection<String> fieldIds() {
    return Collections.unmodifiableCollection(byField.keySet());
  }

  /** Returns the id of the field whose column it is, or was last; empty for one never used. */
  public Optional<String> ownerOf(String column) {
    return last(byColumn.getOrDefault(column, List.of())).map(FieldPeriod::fieldId);
  }

  /** Returns the column pinned to the field while it has this type. */
  public Optional<String> columnOf(String fieldId, Type type) {
    return last(periodsOf(fieldId).stream()
            .filter(period -> period.type().equals(type))
            .filter(period -> ownerOf(period.column()).filter(fieldId::equals).isPresent())
            .toList())
        .map(FieldPeriod::column);
  }

  Optional<FieldPeriod> lastOf(String fieldId) {
    return last(periodsOf(fieldId));
  }

  /** The names a field had before the one it has, oldest first. */
  List<String> formerNames(String fieldId, String name) {
    Set<String> names = new LinkedHashSet<>();
    periodsOf(fieldId).forEach(period -> names.add(period.field().name()));
    names.remove(name);
    return List.copyOf(names);
  }

  /** Whether nobody ever had the column, or only this field with this type. */
  boolean isFree(String column, String fieldId, Type type) {
    return byColumn.getOrDefault(column, List.of()).stream()
        .allMatch(period -> period.fieldId().equals(fieldId) && period.type().equals(type));
  }

  /** A column never changes its type, not even by configuration. */
  boolean heldAnotherType(String column, String fieldId, Type type) {
    return byColumn.getOrDefault(column, List.of()).stream()
        .anyMatch(period -> period.fieldId().equals(fieldId) && !period.type().equals(type));
  }

  boolean usedByAnother(String column, String fieldId) {
    return ownerOf(column).filter(owner -> !owner.equals(fieldId)).isPresent();
  }

  /** The end of the latest period that began or ended. */
  Optional<Instant> latest() {
    return periods.stream()
        .flatMap(period -> Stream.concat(Stream.of(period.from()), period.to().stream()))
        .max(Instant::compareTo);
  }

  private FieldColumns columns(Stream<FieldPeriod> chosen) {
    return new FieldColumns(chosen.map(this::named).toList());
  }

  private FieldColumn named(FieldPeriod period) {
    return new FieldColumn(
        period.field(),
        period.column(),
        period.type(),
        formerNames(period.fieldId(), period.field().name()));
  }

  private static Optional<FieldPeriod> last(List<FieldPeriod> list) {
    return list.isEmpty() ? Optional.empty() : Optional.of(list.get(list.size() - 1));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FieldRegistry that
        && version == that.version
        && periods.equals(that.periods);
  }

  @Override
  public int hashCode() {
    return 31 * version + periods.hashCode();
  }

  @Override
  public String toString() {
    return "FieldRegistry " + version + periods;
  }
}
