#!/usr/bin/env python3
"""Tells the simulated Jira what recorded issues call their custom fields.

    python3 recorded_names.py FILE.jsonl.gz > names.jsonl

Recorded issues know custom fields by id only, and old changelogs by name only. A name belongs to
the field that nearly always holds what the last change of that name says. Prints one line that
`simulate --data` takes beside the issues; its names are empty where no field is that sure.
"""

import json
import sys

import history
import jira_source

MOST_SURE = 0.9
FEWEST = 5


def names(paths):
    last, held, changed = {}, {}, set()
    source = jira_source.Source(paths, lambda issue: changed.update(_last_changes(issue)))
    for issue in source.issues() if changed else ():
        for field_id, value in issue["fields"].items():
            if field_id.startswith("customfield_") and value not in jira_source.ABSENT:
                held.setdefault(field_id, {})[issue["id"]] = set(_words(value))
        for name, change in _last_changes(issue).items():
            last.setdefault(name, {})[issue["id"]] = change
    found = {}
    for name, changes in last.items():
        sure = [one for one, values in held.items() if _is_sure(changes, values)]
        if len(sure) == 1:
            found.setdefault(sure[0], name)
    return found


def _last_changes(issue):
    entries = sorted(history.histories(issue), key=lambda one: jira_source.instant(one["created"]))
    items = (item for entry in entries for item in entry["items"])
    return {
        item["field"]: {item.get("to"), item.get("toString")} - {None, ""}
        for item in items
        if item.get("fieldtype") == "custom"
    }


def _is_sure(changes, values):
    both = [one for one, to in changes.items() if to and one in values]
    right = sum(bool(changes[one] & values[one]) for one in both)
    return right >= FEWEST and right >= MOST_SURE * len(both)


def _words(value):
    """Every text and number in a value as changelogs write it."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        options = [str(one.get("value")) for one in value if isinstance(one, dict)]
        yield from (",".join(options), f"[{', '.join(options)}]")
        for one in value:
            yield from _words(one)
    elif isinstance(value, str):
        sprint = jira_source.sprint_object(value)
        yield from [value] if sprint is None else _words(sprint)
    elif isinstance(value, jira_source.Decimal):
        yield f"{value.normalize():f}"


if __name__ == "__main__":
    json.dump({"body": {}, "names": names(sys.argv[1:])}, sys.stdout)
    sys.stdout.write("\n")
