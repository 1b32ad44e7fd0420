package dev.sluice.transforms;

import dev.sluice.transforms.jira.ChildKind;
import java.util.stream.Stream;

/** An issue whose lists of children Jira cut short. */
record CutIssue(RawIssue issue, IssueOutline outline) {

  /** How many children have to be read for it, as far as Jira has told. */
  long wanted() {
    return Stream.of(ChildKind.values())
        .filter(outline::cut)
        .mapToLong(kind -> outline.list(kind).orElseThrow().total())
        .sum();
  }
}
