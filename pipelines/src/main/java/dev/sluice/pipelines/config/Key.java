package dev.sluice.pipelines.config;

import java.util.List;
import java.util.Optional;

/**
 * A key of the file, declared once: what reads it, the published schema and the page about it are
 * made from this.
 *
 * @param shape what its value must be
 * @param says what it is for, one sentence
 * @param standard what holds when it is absent, as it would be written; empty when nothing does
 * @param examples values as they would be written
 */
record Key<T>(
    String name, Shape<T> shape, String says, Optional<String> standard, List<String> examples) {

  static <T> Key<T> of(String name, Shape<T> shape, String says) {
    return new Key<>(name, shape, says, Optional.empty(), List.of());
  }

  /** The same with what holds when it is absent. */
  Key<T> standing(String value) {
    return new Key<>(name, shape, says, Optional.of(value), examples);
  }

  /** The same with values to show. */
  Key<T> suchAs(String... values) {
    return new Key<>(name, shape, says, standard, List.of(values));
  }
}
