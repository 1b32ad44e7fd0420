package dev.sluice.schemas.type;

import java.util.List;

/**
 * A part of a {@link Struct}.
 *
 * @param sources names of the JSON property that holds it, the first one that is present and not
 *     null wins: Jira's two editions name the same thing differently
 */
public record Member(String name, Type type, List<String> sources) {

  /** Copies the sources. */
  public Member {
    sources = List.copyOf(sources);
  }

  static Member of(String name, Type type, String... sources) {
    return new Member(name, type, List.of(sources));
  }
}
