package dev.sluice.simulator.site;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An issue while its life is told: what stands in it and what was written into its history. A value
 * changes only through the history, so the two cannot disagree.
 */
final class Draft {
  final List<History> histories = new ArrayList<>();
  final List<Remark> remarks = new ArrayList<>();
  final List<Effort> efforts = new ArrayList<>();
  final List<Attached> attachments = new ArrayList<>();
  final List<Version> fixVersions = new ArrayList<>();
  final List<Component> components = new ArrayList<>();
  private final Map<Tracked, Cell> cells = new EnumMap<>(Tracked.class);
  private final List<History.Item> items = new ArrayList<>();
  private Status status;
  private Department project;
  private Optional<Person> assignee = Optional.empty();
  private Optional<Resolution> resolution = Optional.empty();
  private Optional<Instant> resolved = Optional.empty();
  private Instant categoryChanged;
  private Instant updated;

  Draft(Instant created, Status status, Department project) {
    this.status = status;
    this.project = project;
    categoryChanged = created;
    updated = created;
    begin(Tracked.STATUS, Cell.of(status));
    begin(Tracked.PROJECT, Cell.of(project));
  }

  /** Sets the value a field has from the start: it is in no history. */
  void begin(Tracked field, Cell value) {
    cells.put(field, value);
  }

  void beginAssigned(Person person) {
    assignee = Optional.of(person);
    begin(Tracked.ASSIGNEE, Cell.of(person));
  }

  void beginResolved(Resolution value, Instant at) {
    resolution = Optional.of(value);
    resolved = Optional.of(at);
    begin(Tracked.RESOLUTION, Cell.of(value));
  }

  Cell get(Tracked field) {
    return cells.getOrDefault(field, Cell.NULL);
  }

  /** Changes a field within the history that is being written. */
  Draft change(Tracked field, Cell to) {
    Cell from = get(field);
    if (!from.sameAs(to)) {
      items.add(new History.Item(field, from, to));
      cells.put(field, to);
    }
    return this;
  }

  /** Notes that something was added to, or taken from, a field of many values. */
  Draft note(Tracked field, Cell from, Cell to) {
    items.add(new History.Item(field, from, to));
    return this;
  }

  Draft go(Status to, Instant at) {
    if (status.category() != to.category()) {
      categoryChanged = at;
    }
    status = to;
    return change(Tracked.STATUS, Cell.of(to));
  }

  Draft resolve(Optional<Resolution> to, Instant at) {
    resolution = to;
    resolved = to.map(value -> at);
    return change(Tracked.RESOLUTION, to.map(Cell::of).orElse(Cell.NULL));
  }

  Draft assign(Person person) {
    assignee = Optional.of(person);
    return change(Tracked.ASSIGNEE, Cell.of(person));
  }

  Draft moveTo(Department to) {
    project = to;
    return change(Tracked.PROJECT, Cell.of(to));
  }

  /** Closes the history that is being written; without any change there is none. */
  void close(Instant at, Optional<Person> author) {
    if (!items.isEmpty()) {
      histories.add(new History(at, author, List.copyOf(items)));
      items.clear();
      touch(at);
    }
  }

  /** Notes that something happened at that moment. */
  void touch(Instant at) {
    if (at.isAfter(updated)) {
      updated = at;
    }
  }

  Status status() {
    return status;
  }

  Priority priority() {
    Cell cell = get(Tracked.PRIORITY);
    return Arrays.stream(Priority.values())
        .filter(each -> each.id().equals(cell.id()))
        .findFirst()
        .orElse(Priority.MEDIUM);
  }

  Department project() {
    return project;
  }

  Optional<Person> assignee() {
    return assignee;
  }

  Optional<Resolution> resolution() {
    return resolution;
  }

  Optional<Instant> resolved() {
    return resolved;
  }

  Instant categoryChanged() {
    return categoryChanged;
  }

  Instant updated() {
    return updated;
  }
}
