package dev.sluice.schemas.table;

import org.jspecify.annotations.Nullable;

/**
 * Makes a column's value from the element of a row, for what no single JSON value says.
 *
 * @param <E> what a row is made from
 */
@FunctionalInterface
public interface Computation<E> {

  /**
   * Returns the value in the Avro form of the column's scalar type: {@code String}, {@code Long},
   * {@code Double} or {@code Boolean}; null for none. A timestamp is text as Jira writes it.
   */
  @Nullable Object of(E element);
}
