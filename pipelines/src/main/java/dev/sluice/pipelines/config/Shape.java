package dev.sluice.pipelines.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** What the value of a key must be: how it is read, and how a JSON Schema says the same. */
interface Shape<T> {

  /** The value; empty when it does not fit, which is then reported. */
  Optional<T> read(YamlNode node, Spot spot);

  /**
   * The same as JSON Schema, draft 7. It lets pass whatever is read; what depends on other keys or
   * on the environment it cannot know.
   */
  ObjectNode schema();

  /** What one writes, for people, in Markdown. */
  String form();
}
