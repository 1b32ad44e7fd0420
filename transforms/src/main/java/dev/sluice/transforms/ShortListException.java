package dev.sluice.transforms;

import dev.sluice.transforms.jira.ChildKind;

/** Marks a list of children of which Jira gives fewer than it counts, also when asked again. */
final class ShortListException extends Exception {
  ShortListException(ChildKind kind, int received, long total) {
    super("Jira counts " + total + " " + kind.list() + " and gives " + received);
  }
}
