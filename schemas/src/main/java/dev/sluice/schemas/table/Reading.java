package dev.sluice.schemas.table;

/**
 * How a column of a row gets its value.
 *
 * @param <E> what a row is made from
 */
public sealed interface Reading<E> {

  /** From one JSON value, read by the column's type. */
  record Located<E>(Source<E> source) implements Reading<E> {}

  /** From the element as a whole. */
  record Computed<E>(Computation<E> computation) implements Reading<E> {}

  /** From outside the element: lineage, what no column carries, what is set by name. */
  record Elsewhere<E>() implements Reading<E> {}
}
