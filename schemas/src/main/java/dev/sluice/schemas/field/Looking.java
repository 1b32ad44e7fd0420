package dev.sluice.schemas.field;

import dev.sluice.schemas.type.Type;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One look at a catalogue: who is there, who is missed, and who gets which column. */
final class Looking {

  private final Set<String> reserved;
  private final List<JiraField> listed;
  private final FieldRegistry registry;
  private final NamingRules rules;
  private final Absences absences;
  private final Instant at;
  private final Set<String> listedIds = new HashSet<>();

  Looking(
      Set<String> reserved,
      FieldCatalogue catalogue,
      FieldRegistry registry,
      NamingRules rules,
      Absences absences,
      Instant at) {
    this.reserved = reserved;
    this.listed = catalogue.custom().toList();
    this.registry = registry;
    this.rules = rules;
    this.absences = absences;
    this.at = afterAllThatIsKnown(at, registry);
    listed.forEach(field -> listedIds.add(field.id()));
  }

  /** Periods of a field must not begin twice at one instant, whatever clocks do. */
  private static Instant afterAllThatIsKnown(Instant at, FieldRegistry registry) {
    Instant cut = at.truncatedTo(ChronoUnit.MICROS);
    return registry
        .latest()
        .filter(latest -> !cut.isAfter(latest))
        .map(latest -> latest.plus(1, ChronoUnit.MICROS))
        .orElse(cut);
  }

  FieldLook result() {
    Successions successions = successions();
    List<FieldPeriod> kept = new ArrayList<>();
    for (FieldPeriod missed : missed()) {
      if (!successions.isSucceeded(missed.fieldId()) && !isRemoved(missed)) {
        kept.add(missed);
      }
    }
    FieldColumns columns = assign(kept, successions);
    return new RegistryUpdate(registry, columns, kept, absences.hidden(), at)
        .look(listed, successions, rules);
  }

  /** What no longer is listed. */
  private List<FieldPeriod> missed() {
    return registry.periods().stream()
        .filter(FieldPeriod::isOpen)
        .filter(period -> !listedIds.contains(period.fieldId()))
        .toList();
  }

  /** One look is not enough: a permission may be missing for a day. */
  private boolean isRemoved(FieldPeriod missed) {
    return absences.gone().contains(missed.fieldId())
        || (missed.standing() == FieldPeriod.Standing.UNSEEN
            && !absences.hidden().contains(missed.fieldId()));
  }

  private Successions successions() {
    if (rules.onRecreate() == OnRecreate.NEW_COLUMN) {
      return Successions.none();
    }
    List<JiraField> fresh =
        listed.stream()
            .filter(field -> registry.periodsOf(field.id()).isEmpty())
            .filter(field -> !rules.columns().containsKey(field.id()))
            .toList();
    List<FieldPeriod> mayBeGone =
        registry.fieldIds().stream()
            .filter(id -> !listedIds.contains(id) && !absences.hidden().contains(id))
            .flatMap(id -> registry.lastOf(id).stream())
            .toList();
    return Successions.of(fresh, mayBeGone, registry);
  }

  private FieldColumns assign(List<FieldPeriod> kept, Successions successions) {
    ColumnClaims claims = new ColumnClaims(reserved, registry);
    kept.forEach(claims::kept);
    List<JiraField> open = new ArrayList<>(listed);
    open.removeIf(field -> overridden(field, claims));
    open.removeIf(field -> !follows(field) && claims.pinned(field, pinnedColumn(field)));
    open.removeIf(
        field ->
            claims.pinned(field, successions.predecessor(field.id()).map(FieldPeriod::column)));
    open.removeIf(field -> retyped(field, claims));
    open.removeIf(field -> claims.claim(field, ColumnNames.bareName(field)));
    open.forEach(field -> disambiguate(field, ColumnNames.bareName(field), claims));
    return claims.columns();
  }

  private Optional<String> pinnedColumn(JiraField field) {
    return registry.columnOf(field.id(), FieldTypes.of(field));
  }

  private boolean overridden(JiraField field, ColumnClaims claims) {
    String column = rules.columns().get(field.id());
    if (column == null || registry.heldAnotherType(column, field.id(), FieldTypes.of(field))) {
      return false;
    }
    claims.override(field, column);
    return true;
  }

  /** Whether the field is to leave its column because it was renamed. */
  private boolean follows(JiraField field) {
    return rules.onRename() == OnRename.FOLLOW
        && registry
            .current(field.id())
            .filter(period -> !period.field().name().equals(field.name()))
            .isPresent();
  }

  private boolean retyped(JiraField field, ColumnClaims claims) {
    Optional<FieldPeriod> last = registry.lastOf(field.id());
    Type type = FieldTypes.of(field);
    boolean known = registry.periodsOf(field.id()).stream().anyMatch(p -> p.type().equals(type));
    if (last.isEmpty() || known) {
      return false;
    }
    String column = rules.columns().getOrDefault(field.id(), columnWithoutType(field));
    disambiguate(field, ColumnText.suffixed(column, suffix(type)), claims);
    return true;
  }

  /** The column it had before its type ever changed; that of its new name if it is to follow. */
  private String columnWithoutType(JiraField field) {
    if (follows(field)) {
      return ColumnNames.bareName(field);
    }
    List<FieldPeriod> periods = registry.periodsOf(field.id());
    for (int i = periods.size() - 1; i >= 0; i--) {
      if (!periods.get(i).column().endsWith(suffix(periods.get(i).type()))) {
        return periods.get(i).column();
      }
    }
    return periods.get(0).column();
  }

  private static String suffix(Type type) {
    return "__" + ColumnText.snakeCase(type.text());
  }

  private static void disambiguate(JiraField field, String name, ColumnClaims claims) {
    if (claims.claim(field, name)) {
      return;
    }
    String id = ColumnNames.idName(field);
    String number = field.number().isPresent() ? Long.toString(field.number().getAsLong()) : id;
    if (claims.claim(field, ColumnText.suffixed(name, "_" + number)) || claims.claim(field, id)) {
      return;
    }
    int attempt = 2;
    while (!claims.claim(field, ColumnText.suffixed(id, "_" + attempt))) {
      attempt++;
    }
  }
}
