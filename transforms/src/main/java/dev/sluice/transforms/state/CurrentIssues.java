package dev.sluice.transforms.state;

import static dev.sluice.transforms.state.IssueColumns.DETECTED_AT;
import static dev.sluice.transforms.state.IssueColumns.ID;
import static dev.sluice.transforms.state.IssueColumns.ISSUE_ID;
import static dev.sluice.transforms.state.IssueColumns.READ_AT;
import static dev.sluice.transforms.state.IssueColumns.SHARD;
import static dev.sluice.transforms.state.IssueColumns.UPDATED;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import org.apache.avro.generic.GenericRecord;

/**
 * The rule, without the files: told of all tombstones, then of all rows of {@code issue}, in the
 * order of the runs, it knows which rows are current. Runs are positions in that order.
 */
final class CurrentIssues {

  private final IssueNumbers numbers = new IssueNumbers();
  private final Sources sources = new Sources();
  private final IssueVersions versions = new IssueVersions();
  private final Deletions deletions = new Deletions();

  void tombstone(GenericRecord row, int run, Instant published) {
    long detected = IssueColumns.micros(row, DETECTED_AT);
    deletions.gone(
        numbers.of(IssueColumns.characters(row, ISSUE_ID)),
        detected == Long.MIN_VALUE ? ChronoUnit.MICROS.between(Instant.EPOCH, published) : detected,
        run);
  }

  void issue(GenericRecord row, int run) {
    long issue = numbers.of(IssueColumns.characters(row, ID));
    long readAt = IssueColumns.micros(row, READ_AT);
    int source = sources.of(run, IssueColumns.text(row, SHARD));
    versions.offer(issue, IssueColumns.micros(row, UPDATED), readAt, source);
    deletions.read(issue, readAt, run);
  }

  boolean has(String issueId) {
    OptionalLong number = numbers.find(issueId);
    return number.isPresent() && slot(number.getAsLong()) != LongSlots.NONE;
  }

  Optional<Instant> updated(String issueId) {
    OptionalLong number = numbers.find(issueId);
    int slot = number.isPresent() ? slot(number.getAsLong()) : LongSlots.NONE;
    return slot == LongSlots.NONE
        ? Optional.empty()
        : Optional.of(Instant.EPOCH.plus(versions.updated(slot), ChronoUnit.MICROS));
  }

  long size() {
    long size = 0;
    for (int slot = 0; slot < versions.size(); slot++) {
      size += deletions.hides(versions.issue(slot)) ? 0 : 1;
    }
    return size;
  }

  long[] numericIds() {
    long[] ids = new long[versions.size()];
    int count = 0;
    for (int slot = 0; slot < versions.size(); slot++) {
      long issue = versions.issue(slot);
      if (issue >= 0 && !deletions.hides(issue)) {
        ids[count++] = issue;
      }
    }
    long[] sorted = Arrays.copyOf(ids, count);
    Arrays.sort(sorted);
    return sorted;
  }

  /** Whether a row of {@code issue} is the current one; {@code once} remembers those that were. */
  boolean isCurrent(GenericRecord row, int run, BitSet once) {
    int slot = slotOf(row, ID, run);
    boolean current = slot != LongSlots.NONE && isAt(slot, row) && !once.get(slot);
    if (current) {
      once.set(slot);
    }
    return current;
  }

  /** Whether a row of another table belongs to a current row of {@code issue}. */
  boolean belongsToCurrent(GenericRecord row, int run) {
    return slotOf(row, ISSUE_ID, run) != LongSlots.NONE;
  }

  /** Whether a row of {@code issue} is its newest, the issue gone or not. */
  boolean isNewest(GenericRecord row, int run) {
    int slot = newestSlotOf(row, ID, run);
    return slot != LongSlots.NONE && isAt(slot, row);
  }

  /** Whether a row of another table belongs to the newest of its issue, gone or not. */
  boolean belongsToNewest(GenericRecord row, int run) {
    return newestSlotOf(row, ISSUE_ID, run) != LongSlots.NONE;
  }

  Optional<IssueStanding> standing(String issueId, IntFunction<String> runIds) {
    OptionalLong number = numbers.find(issueId);
    int slot = number.isPresent() ? versions.slot(number.getAsLong()) : LongSlots.NONE;
    if (slot == LongSlots.NONE) {
      return Optional.empty();
    }
    long issue = number.getAsLong();
    Sources.Source source = sources.at(versions.source(slot));
    OptionalLong detected = deletions.detected(issue);
    return Optional.of(
        new IssueStanding(
            IssueColumns.instant(versions.updated(slot)),
            IssueColumns.instant(versions.readAt(slot)),
            runIds.apply(source.run()),
            source.shardId(),
            detected.isPresent()
                ? Optional.of(IssueColumns.instant(detected.getAsLong()))
                : Optional.empty(),
            deletions.hides(issue)));
  }

  private boolean isAt(int slot, GenericRecord row) {
    return versions.isAt(
        slot, IssueColumns.micros(row, UPDATED), IssueColumns.micros(row, READ_AT));
  }

  /** The place of the row's issue, if the issue is there and its current row is of this source. */
  private int slotOf(GenericRecord row, String idColumn, int run) {
    int slot = newestSlotOf(row, idColumn, run);
    return slot == LongSlots.NONE || deletions.hides(versions.issue(slot)) ? LongSlots.NONE : slot;
  }

  /** The same, the issue there or not. */
  private int newestSlotOf(GenericRecord row, String idColumn, int run) {
    OptionalLong issue = numbers.find(IssueColumns.characters(row, idColumn));
    int slot = issue.isPresent() ? versions.slot(issue.getAsLong()) : LongSlots.NONE;
    if (slot == LongSlots.NONE) {
      return LongSlots.NONE;
    }
    int source = sources.find(run, IssueColumns.text(row, SHARD));
    return versions.source(slot) == source ? slot : LongSlots.NONE;
  }

  private int slot(long issue) {
    return deletions.hides(issue) ? LongSlots.NONE : versions.slot(issue);
  }
}
