package dev.sluice.transforms;

import dev.sluice.transforms.jira.IssueGlance;

/** Names issues by their ids. */
final class IssueIds {

  private IssueIds() {}

  /**
   * The issue's id. An object without one is not the same as any other: it gets a name of its own,
   * and whoever reads the whole issue says what is wrong with it.
   */
  static String idOf(byte[] json, long position) {
    return IssueGlance.id(json).orElseGet(() -> "?" + position);
  }
}
