package dev.sluice.simulator.site;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Writes the JSON of things that occur again and again once, and hands out copies. */
final class Forms<T> {
  private final Map<T, ObjectNode> written = new ConcurrentHashMap<>();
  private final Function<T, ObjectNode> write;

  Forms(Function<T, ObjectNode> write) {
    this.write = write;
  }

  /** A copy of its own for each caller; the texts in it are shared. */
  ObjectNode of(T thing) {
    return written.computeIfAbsent(thing, write).deepCopy();
  }
}
