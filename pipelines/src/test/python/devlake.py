#!/usr/bin/env python3
"""Compares what Sluice makes of Jira's answers with what DevLake made of the same answers.

    python3 devlake.py issues CORPUS > issues.jsonl
    python3 devlake.py compare CORPUS --edition cloud --warehouse ./warehouse

CORPUS holds the answers (`devlake_raw_*.jsonl.gz`) and DevLake's own rows (`devlake_expected`).
The answers are lists of sprints, statuses, worklogs and people: `issues` puts each into issues as
it is, so that the simulated Jira serves them. `compare` counts the differences that have a known
reason and exits with 1 if there is any other.
"""

import argparse
import csv
import gzip
import json
import sys
from collections import Counter
from pathlib import Path

import sluice_warehouse
from jira_source import instant

SPRINTS, PEOPLE = "customfield_10020", "customfield_10021"

# DevLake's table -> (ours, its key, its columns -> ours; None where we have no such column).
TABLES = {
    "sprints": (
        "sprint",
        "sprint_id",
        {
            "state": "state",
            "name": "name",
            "start_date": "start_date",
            "end_date": "end_date",
            "complete_date": "complete_date",
            "origin_board_id": "board_id",
            "self": None,
        },
    ),
    "statuses": ("status", "id", {"name": "name", "status_category": "status_category"}),
    "worklogs": (
        "worklog",
        "worklog_id",
        {
            "issue_id": "issue_id",
            "author_id": "author_id",
            "update_author_id": "update_author_id",
            "time_spent_seconds": "time_spent_seconds",
            "updated": "updated",
            "started": "started",
            "issue_updated": "issue.updated",
            "time_spent": None,
        },
    ),
    "accounts": (
        "user",
        "account_id",
        {
            "account_type": "account_type",
            "name": "display_name",
            "email": "email",
            "timezone": "time_zone",
            "avatar_url": None,
        },
    ),
}
INSTANTS = ("start_date", "end_date", "complete_date", "updated", "started", "issue_updated")

MASKED = "masked@example.invalid"

# What differs, and why.
TEAM_MANAGED = "statuses of team-managed projects, which DevLake leaves out"
NO_ADDRESS = "addresses, masked in the recorded answers and not in DevLake's rows"
NO_TYPE = "types of accounts, which Data Center does not have"
NO_COLUMN = {
    "self": "addresses of a sprint in the API, which Sluice does not keep",
    "time_spent": "durations as text, which Sluice keeps in seconds only",
    "avatar_url": "addresses of pictures, which Sluice does not keep",
}


def raw(corpus, name):
    with gzip.open(corpus / f"devlake_raw_{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def expected(corpus, name):
    path = corpus / "devlake_expected" / f"_tool_jira_{name}.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def issues(corpus):
    """One issue for each status and for each that has worklogs."""
    updated, worklogs = {}, {}
    for answer in raw(corpus, "worklogs"):
        issue_id = answer["data"]["issueId"]
        updated[issue_id] = answer["input"]["update_time"]
        worklogs.setdefault(issue_id, []).append(answer["data"])
    statuses = [answer["data"] for answer in raw(corpus, "status")]
    people = [answer["data"] for answer in raw(corpus, "users")]
    sprints = [answer["data"] for answer in raw(corpus, "sprints")]
    types = [answer["data"] for answer in raw(corpus, "issue_types")]
    project = raw(corpus, "projects")[0]["data"]
    free = (str(number) for number in range(900_000, 1_000_000))
    ids = list(updated) + [next(free) for _ in range(max(0, len(statuses) - len(updated)))]
    for position, issue_id in enumerate(ids):
        logged = worklogs.get(issue_id, [])
        stamp = updated.get(issue_id, "2022-01-01T00:00:00Z")
        fields = {
            # First, for the simulated directory knows people as they were met first.
            PEOPLE: people if position == 0 else [],
            "summary": "Recorded",
            "created": "2020-01-01T00:00:00.000+0800",
            "updated": stamp.replace("Z", ".000+0000"),
            "project": project,
            "issuetype": types[position % len(types)],
            "status": statuses[position % len(statuses)],
            "worklog": {"total": len(logged), "worklogs": logged},
            SPRINTS: sprints if position == 0 else [],
        }
        yield {"id": issue_id, "key": f"{project['key']}-{issue_id}", "fields": fields}


class Comparison:
    def __init__(self, corpus, edition, warehouse, out):
        self.corpus, self.edition, self.warehouse, self.out = corpus, edition, warehouse, out
        self.known, self.unknown = Counter(), []
        self.same = 0

    def compare(self):
        for name in TABLES:
            self._compare_table(name)
        for reason, times in sorted(self.known.items()):
            self.out.write(f"    {times:>3} {reason}\n")
        self.out.write(f"{self.same} values the same, {len(self.unknown)} other differences\n")
        for one in self.unknown:
            self.out.write(f"    {one}\n")
        return len(self.unknown)

    def _compare_table(self, name):
        ours, key, columns = TABLES[name]
        theirs = expected(self.corpus, name)
        rows = self._rows(ours)
        self.out.write(f"{name}: {len(theirs)} of DevLake, {len(rows)} of Sluice\n")
        for row in theirs:
            own = rows.pop(row[key], None)
            if own is None:
                self.unknown.append(f"{name} {row[key]} is missing")
                continue
            for column, our_column in columns.items():
                self._compare_value(name, row, own, column, our_column)
        for id_, row in rows.items():
            if name == "statuses" and row["project_id"] is not None:
                self.known[TEAM_MANAGED] += 1
            else:
                self.unknown.append(f"{name} {id_} is unknown to DevLake")

    def _rows(self, table):
        if table != "worklog":
            return dict(self.warehouse.dimensions.get(table, {}))
        names = sluice_warehouse.names_of(table)
        rows = {}
        for issue_id, worklogs in self.warehouse.children.get(table, {}).items():
            for values in worklogs:
                row = dict(zip(names, values, strict=True))
                row["issue.updated"] = self.warehouse.rows[issue_id]["updated"]
                rows[row["id"]] = row
        return rows

    def _compare_value(self, name, row, own, column, our_column):
        if our_column is None:
            self.known[NO_COLUMN[column]] += 1
            return
        theirs = instant(row[column]) if column in INSTANTS else row[column]
        if str(theirs or "") == str(own[our_column] or ""):
            self.same += 1
        elif column == "email" and own["email"] == MASKED:
            self.known[NO_ADDRESS] += 1
        elif column == "account_type" and self.edition == "datacenter":
            self.known[NO_TYPE] += 1
        else:
            self.unknown.append(f"{name} {column}: DevLake {theirs!r}, Sluice {own[our_column]!r}")


def main(arguments=None, out=sys.stdout):
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("task", choices=("issues", "compare"))
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--edition", choices=("cloud", "datacenter"))
    parser.add_argument("--warehouse")
    given = parser.parse_args(arguments)
    if given.task == "issues":
        for issue in issues(given.corpus):
            out.write(json.dumps(issue) + "\n")
        return 0
    warehouse = sluice_warehouse.read(given.warehouse)
    return 1 if Comparison(given.corpus, given.edition, warehouse, out).compare() else 0


if __name__ == "__main__":
    sys.exit(main())
