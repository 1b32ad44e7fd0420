package dev.sluice.schemas.field;

import dev.sluice.schemas.field.SchemaChange.Kind;
import dev.sluice.schemas.layout.Notice;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What changes of fields are worth to whoever runs the load.
 *
 * @param reactions by kind; kinds that are not named are alerts, but new fields are recorded
 * @param freeze whether any change ends the run
 * @param watch fields of such names, or columns, are worth an alert whatever happens to them
 */
public record DriftPolicy(Map<Kind, Reaction> reactions, boolean freeze, List<NamePattern> watch) {

  /** Nobody decided anything. */
  public static final DriftPolicy DEFAULT = new DriftPolicy(Map.of(), false, List.of());

  /** Copies the lists. */
  public DriftPolicy {
    reactions = Map.copyOf(reactions);
    watch = List.copyOf(watch);
  }

  /** Returns what a change of this kind is worth, whatever field it is about. */
  public Reaction reaction(Kind kind) {
    if (freeze) {
      return Reaction.FAIL;
    }
    Map<Kind, Reaction> all = new EnumMap<>(Kind.class);
    all.put(Kind.ADDED, Reaction.RECORD);
    all.putAll(reactions);
    return all.getOrDefault(kind, Reaction.ALERT);
  }

  /**
   * Returns why the run must end before it writes anything, one line each; empty if it may go on. A
   * field that is missed counts as removed at once here: the run that would look again comes no
   * further than this one.
   */
  public List<String> refusals(FieldLook look) {
    List<String> refusals = new ArrayList<>();
    look.changes().stream()
        .filter(change -> reaction(change.kind()) == Reaction.FAIL)
        .forEach(change -> refusals.add(DriftWords.of(change, look.columns())));
    if (reaction(Kind.REMOVED) == Reaction.FAIL) {
      look.missed().forEach(period -> refusals.add(DriftWords.missed(period)));
    }
    return refusals;
  }

  /** Returns what is to be told about a look, in the order of the fields. */
  public List<Notice> notices(FieldLook look) {
    return Stream.concat(
            look.changes().stream().map(change -> notice(change, look.columns())),
            look.missed().stream()
                .map(
                    period ->
                        new Notice(
                            Notice.Severity.NOTE,
                            DriftWords.TOPIC,
                            "missed",
                            period.fieldId(),
                            DriftWords.missed(period))))
        .toList();
  }

  private Notice notice(SchemaChange change, FieldColumns columns) {
    boolean alert = reaction(change.kind()) == Reaction.ALERT || isWatched(change);
    return new Notice(
        alert ? Notice.Severity.ALERT : Notice.Severity.NOTE,
        DriftWords.TOPIC,
        change.kind().word(),
        change.fieldId(),
        DriftWords.of(change, columns));
  }

  private boolean isWatched(SchemaChange change) {
    Stream<String> names =
        Stream.of(
                Optional.of(change.name()),
                Optional.ofNullable(change.column()),
                Optional.ofNullable(change.before()).filter(any -> change.kind() == Kind.RENAMED))
            .flatMap(Optional::stream);
    return names.anyMatch(name -> watch.stream().anyMatch(pattern -> pattern.matches(name)));
  }
}
