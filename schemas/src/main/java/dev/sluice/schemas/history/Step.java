package dev.sluice.schemas.history;

import dev.sluice.schemas.value.NamedValue;
import java.util.Comparator;

/**
 * A change with what orders it.
 *
 * @param micros when it was made; {@link dev.sluice.schemas.value.Timestamps#NONE} if the stamp is
 *     no instant
 * @param number of its history
 */
record Step(FieldChange change, long micros, long number) {

  /** No edition promises the order of an answer; ids break ties, as imports share instants. */
  static final Comparator<Step> IN_TIME =
      Comparator.comparingLong(Step::micros)
          .thenComparingLong(Step::number)
          .thenComparing(step -> step.change().historyId())
          .thenComparingLong(step -> step.change().item());

  /** Returns the same change to another value. */
  Step to(NamedValue value) {
    FieldChange to =
        new FieldChange(
            change.issueId(),
            change.historyId(),
            change.item(),
            change.time(),
            change.authorId(),
            change.fieldId(),
            change.fieldName(),
            change.fieldType(),
            change.from(),
            value);
    return new Step(to, micros, number);
  }
}
