#!/usr/bin/env python3
"""Makes issues with many children out of recorded ones with few.

    python3 gather_children.py FILE.jsonl.gz > gathered.jsonl

The first issue keeps its own histories, comments and worklogs, the second one also gets those of
the next issue, the third those of the next three, and so on twice as many each time. So lists of
any length up to thousands occur, all of them real, and each child still occurs once.
"""

import json
import sys

import history
import jira_source
from children import list_of

LISTS = {"comment": "comments", "worklog": "worklogs"}


def gather(paths):
    issues = list(jira_source.Source(paths).issues())
    size = 1
    while issues:
        group, issues = issues[:size], issues[size:]
        yield _together(group)
        size *= 2


def _together(group):
    first = group[0]
    gathered = [entry for issue in group for entry in history.histories(issue)]
    first["changelog"] = {"total": len(gathered), "histories": gathered}
    for field_id, inner in LISTS.items():
        children = [child for issue in group for child in list_of(issue, field_id, inner)]
        first["fields"][field_id] = {"total": len(children), inner: children}
    # Jira lists children by their age, and an issue is at least as young as its last change.
    gathered.sort(key=lambda one: (jira_source.instant(one["created"]), int(one["id"])))
    first["fields"]["updated"] = max(
        (issue["fields"]["updated"] for issue in group), key=jira_source.instant
    )
    return first


if __name__ == "__main__":
    for one in gather(sys.argv[1:]):
        sys.stdout.write(json.dumps(one, default=float) + "\n")
