package dev.sluice.schemas.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * Where a column's JSON value stands in the element a row is made from; the column's type decides
 * how it is read.
 *
 * @param <E> what a row is made from
 */
@FunctionalInterface
public interface Source<E> {

  /** Returns the value; a missing or null node where there is none. */
  JsonNode in(E element);

  /** Returns the field of the issue the value belongs to, where it belongs to one. */
  default Optional<String> fieldId() {
    return Optional.empty();
  }
}
