package dev.sluice.schemas.field;

import dev.sluice.schemas.field.FieldPeriod.Standing;
import dev.sluice.schemas.field.SchemaChange.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The next version of a registry, and what is told about the step to it. */
final class RegistryUpdate {

  private final FieldRegistry registry;
  private final FieldColumns columns;
  private final Set<String> hidden;
  private final Instant at;
  private final Map<String, FieldPeriod> kept = new HashMap<>();
  private final Map<JiraField, List<SchemaChange>> changes = new TreeMap<>(JiraField.BY_ID);

  /**
   * @param columns of the fields that are listed or kept
   * @param kept what is not listed, and not known to be removed
   * @param at after every instant the registry knows
   */
  RegistryUpdate(
      FieldRegistry registry,
      FieldColumns columns,
      List<FieldPeriod> kept,
      Set<String> hidden,
      Instant at) {
    this.registry = registry;
    this.columns = columns;
    this.hidden = hidden;
    this.at = at;
    kept.forEach(period -> this.kept.put(period.fieldId(), period));
  }

  FieldLook look(List<JiraField> listed, Successions successions, NamingRules rules) {
    List<FieldPeriod> next = new ArrayList<>();
    for (FieldPeriod period : registry.periods()) {
      next.add(period.isOpen() ? goneOn(period, successions) : period);
    }
    for (JiraField field : listed) {
      FieldColumn column = columns.of(field.id()).orElseThrow();
      Optional<FieldPeriod> before = registry.current(field.id());
      if (before.filter(period -> goesOn(period, column)).isEmpty()) {
        next.add(
            new FieldPeriod(
                field, column.column(), column.type(), at, Optional.empty(), Standing.PRESENT));
        note(column, before, successions, rules);
      }
    }
    List<SchemaChange> told = new ArrayList<>();
    if (registry.version() > 0) {
      changes.values().forEach(told::addAll);
    }
    return new FieldLook(
        next.equals(registry.periods())
            ? registry
            : new FieldRegistry(registry.version() + 1, next),
        columns,
        told,
        next.stream()
            .filter(period -> period.standing() != Standing.PRESENT)
            .filter(this::isNews)
            .toList());
  }

  /** What was missed before is no news, unless somebody found out that it is hidden. */
  private boolean isNews(FieldPeriod missed) {
    return registry
        .current(missed.fieldId())
        .filter(before -> before.standing() == missed.standing())
        .isEmpty();
  }

  private FieldPeriod goneOn(FieldPeriod period, Successions successions) {
    String id = period.fieldId();
    if (kept.containsKey(id)) {
      return period.standing(hidden.contains(id) ? Standing.HIDDEN : Standing.UNSEEN);
    }
    Optional<FieldColumn> now = columns.of(id);
    if (now.isPresent()) {
      return goesOn(period, now.get())
          ? period.described(now.get().field()).standing(Standing.PRESENT)
          : period.endedAt(at);
    }
    if (!successions.isSucceeded(id)) {
      add(period.field(), Kind.REMOVED, period.column(), period.field().name(), null);
    }
    return period.endedAt(at);
  }

  private static boolean goesOn(FieldPeriod period, FieldColumn column) {
    return period.carries(column)
        || (period.isVague()
            && period.field().name().equals(column.name())
            && period.column().equals(column.column())
            && period.type().equals(column.type()));
  }

  private void note(
      FieldColumn column,
      Optional<FieldPeriod> before,
      Successions successions,
      NamingRules rules) {
    JiraField field = column.field();
    boolean named = rules.columns().containsKey(field.id());
    Optional<FieldPeriod> predecessor = successions.predecessor(field.id());
    Optional<FieldPeriod> last = registry.lastOf(field.id());
    if (before.isPresent()) {
      changed(column, before.get());
    } else if (predecessor.isPresent()) {
      add(field, Kind.RECREATED, column.column(), predecessor.get().fieldId(), field.id());
    } else if (last.isPresent()) {
      add(field, Kind.RESTORED, column.column(), null, field.name());
      retyped(column, last.get());
    } else {
      add(field, Kind.ADDED, column.column(), null, field.name());
    }
    String wanted = wanted(column, before, last, rules);
    if (!named && predecessor.isEmpty() && !wanted.equals(column.column())) {
      add(field, Kind.COLLIDED, column.column(), wanted, column.column());
    }
  }

  /** The column it would have if no other had ever been there; the one it has if none is due. */
  private String wanted(
      FieldColumn column,
      Optional<FieldPeriod> before,
      Optional<FieldPeriod> last,
      NamingRules rules) {
    boolean retyped = last.filter(period -> !period.type().equals(column.type())).isPresent();
    boolean renamed = last.filter(p -> !p.field().name().equals(column.name())).isPresent();
    if (retyped) {
      return column.column();
    }
    if (last.isEmpty() || (before.isPresent() && renamed && rules.onRename() == OnRename.FOLLOW)) {
      return ColumnNames.bareName(column.field());
    }
    return before.isPresent() ? column.column() : last.get().column();
  }

  private void changed(FieldColumn column, FieldPeriod before) {
    JiraField field = column.field();
    boolean renamed = !before.field().name().equals(field.name());
    if (renamed) {
      add(field, Kind.RENAMED, column.column(), before.field().name(), field.name());
    }
    boolean retyped = retyped(column, before);
    if (!renamed && !retyped && !before.column().equals(column.column())) {
      add(field, Kind.RENAMED, column.column(), before.column(), column.column());
    }
  }

  private boolean retyped(FieldColumn column, FieldPeriod before) {
    String was = before.field().typeInWords();
    String is = column.field().typeInWords();
    boolean same = before.isVague() || was.equals(is);
    if (same && before.type().equals(column.type())) {
      return false;
    }
    // A later version of this program may know a type better than an earlier one.
    boolean worded = !was.equals(is);
    add(
        column.field(),
        Kind.RETYPED,
        column.column(),
        worded ? was : before.type().text(),
        worded ? is : column.type().text());
    return true;
  }

  private void add(
      JiraField field, Kind kind, String column, @Nullable String before, @Nullable String after) {
    changes
        .computeIfAbsent(field, any -> new ArrayList<>())
        .add(new SchemaChange(kind, field.id(), field.name(), column, before, after));
  }
}
