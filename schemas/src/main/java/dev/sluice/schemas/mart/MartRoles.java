package dev.sluice.schemas.mart;

import dev.sluice.schemas.field.DriftWords;
import dev.sluice.schemas.field.FieldPeriod;
import dev.sluice.schemas.field.FieldRegistry;
import dev.sluice.schemas.layout.Notice;
import dev.sluice.schemas.mart.MartRole.Origin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds who plays which role, from the registry alone: the same registry gives the same roles, so
 * that views made later need nothing else.
 *
 * <p>Without a choice the field plays a role that was the first to have a fitting name and type,
 * whatever it is called by now; of several that came together the one with the better name, then
 * one of all projects before one of a single project, then the one with the lowest id.
 */
public final class MartRoles {

  private final MartChoices choices;
  private final FieldRegistry registry;

  private MartRoles(MartChoices choices, FieldRegistry registry) {
    this.choices = choices;
    this.registry = registry;
  }

  /** Returns every role, in the order of {@link Role}. */
  public static List<MartRole> of(MartChoices choices, FieldRegistry registry) {
    MartRoles roles = new MartRoles(choices, registry);
    return Arrays.stream(Role.values()).map(roles::play).toList();
  }

  /**
   * Returns what is to be told about roles that are played no more from one version to the next.
   */
  public static List<Notice> lost(MartChoices choices, FieldRegistry before, FieldRegistry after) {
    List<MartRole> then = of(choices, before);
    List<MartRole> now = of(choices, after);
    List<Notice> notices = new ArrayList<>();
    for (int i = 0; i < now.size(); i++) {
      MartRole role = now.get(i);
      if (role.origin() == Origin.GONE && then.get(i).origin() != Origin.GONE) {
        notices.add(
            new Notice(
                Notice.Severity.ALERT,
                DriftWords.TOPIC,
                "role-lost",
                "marts." + role.role().key(),
                "marts."
                    + role.role().key()
                    + ": the field of column "
                    + role.column().orElse("")
                    + " is gone; views stay valid, with nulls for what is new"));
      }
    }
    return List.copyOf(notices);
  }

  private MartRole play(Role role) {
    Optional<String> chosen = Optional.ofNullable(choices.columns().get(role));
    return chosen.isPresent() ? chosen(role, chosen.get()) : found(role);
  }

  private MartRole chosen(Role role, String column) {
    Optional<String> owner = registry.ownerOf(column);
    if (owner.isEmpty()) {
      return new MartRole(
          role, Origin.CONFIGURED, Optional.of(column), Optional.empty(), Optional.empty());
    }
    return played(role, Origin.CONFIGURED, last(owner.get(), column));
  }

  private MartRole found(Role role) {
    return registry.periods().stream()
        .filter(period -> role.fits(period.type()) && rank(role, period) >= 0)
        .min(
            Comparator.comparing(FieldPeriod::from)
                .thenComparing(period -> rank(role, period))
                .thenComparing(period -> period.field().scopeProjectId().isPresent())
                .thenComparing(FieldPeriod::field, FieldRegistry.FIELD_ORDER))
        .map(first -> goneOn(role, first))
        .orElseGet(
            () ->
                new MartRole(
                    role, Origin.ABSENT, Optional.empty(), Optional.empty(), Optional.empty()));
  }

  private static int rank(Role role, FieldPeriod period) {
    return role.rank(period.bareName());
  }

  /** A field may have another column by now, and its column another field. */
  private MartRole goneOn(Role role, FieldPeriod first) {
    FieldPeriod last = first;
    for (FieldPeriod period : registry.periodsOf(first.fieldId())) {
      last = role.fits(period.type()) ? period : last;
    }
    String owner = registry.ownerOf(last.column()).orElse(last.fieldId());
    return played(role, Origin.FOUND, last(owner, last.column()));
  }

  private static MartRole played(Role role, Origin origin, FieldPeriod by) {
    return new MartRole(
        role,
        by.isOpen() ? origin : Origin.GONE,
        Optional.of(by.column()),
        Optional.of(by.fieldId()),
        Optional.of(by.field().name()));
  }

  private FieldPeriod last(String fieldId, String column) {
    List<FieldPeriod> periods =
        registry.periodsOf(fieldId).stream().filter(p -> p.column().equals(column)).toList();
    return periods.get(periods.size() - 1);
  }
}
