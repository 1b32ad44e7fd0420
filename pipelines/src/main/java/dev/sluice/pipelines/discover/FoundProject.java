package dev.sluice.pipelines.discover;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A project.
 *
 * @param lead display name
 * @param type {@code software}, {@code business} and the like
 * @param formerKeys that it still goes by
 * @param issues in scope, as Jira counts them; empty when it was not looked into or not readable
 * @param sampled issues of it in the sample
 * @param unreadable why Jira did not count its issues
 */
public record FoundProject(
    String id,
    String key,
    String name,
    Optional<String> lead,
    Optional<String> type,
    boolean archived,
    List<String> formerKeys,
    OptionalLong issues,
    int sampled,
    Optional<String> unreadable) {

  /** Copies the keys. */
  public FoundProject {
    formerKeys = List.copyOf(formerKeys);
  }

  /** Reads what either edition answers. */
  static FoundProject of(JsonNode project) {
    List<String> formerKeys = new ArrayList<>();
    project.path("projectKeys").forEach(key -> formerKeys.add(key.asText()));
    formerKeys.remove(project.path("key").asText());
    return new FoundProject(
        project.path("id").asText(),
        project.path("key").asText(),
        project.path("name").asText(),
        text(project.path("lead").path("displayName")),
        text(project.path("projectTypeKey")),
        project.path("archived").asBoolean(false),
        formerKeys,
        OptionalLong.empty(),
        0,
        Optional.empty());
  }

  /** Whether nobody asked for its issues. */
  public boolean leftOut() {
    return issues.isEmpty() && unreadable.isEmpty();
  }

  boolean goesBy(String someKey) {
    return key.equalsIgnoreCase(someKey) || formerKeys.contains(someKey);
  }

  FoundProject with(long counted, int inSample) {
    return lookedInto(OptionalLong.of(counted), inSample, Optional.empty());
  }

  FoundProject unreadableBecause(String reason) {
    return lookedInto(OptionalLong.empty(), 0, Optional.of(reason));
  }

  private FoundProject lookedInto(OptionalLong counted, int inSample, Optional<String> reason) {
    return new FoundProject(
        id, key, name, lead, type, archived, formerKeys, counted, inSample, reason);
  }

  private static Optional<String> text(JsonNode node) {
    return node.isTextual() ? Optional.of(node.textValue()) : Optional.empty();
  }
}
