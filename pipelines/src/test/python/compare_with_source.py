#!/usr/bin/env python3
"""Compares every table of a Sluice warehouse with the issues it was loaded from.

    python3 compare_with_source.py --edition cloud --warehouse ./warehouse FILE.jsonl.gz...

Prints one line a table (--columns: and one a column of table `issue`) and exits with 1 if anything
differs. Needs requirements.txt.
"""

import argparse
import sys

import children
import contract
import jira_source
import sluice_warehouse
import view_comparison
from catalogue import Catalogue
from dimensions import Survey
from history import History
from issue_comparison import IssueComparison
from request_figures import Requests
from row_comparison import RowComparison
from views import Views

# What an issue ought to have in each table, from its own JSON.
CHILDREN = {
    "comment": children.comments,
    "worklog": children.worklogs,
    "attachment": children.attachments,
    "issue_link": children.links,
    "issue_multivalue": children.multivalues,
}
HISTORY = {
    "issue_field_history": History.field_history,
    "issue_status_interval": History.status_intervals,
    "issue_assignee_interval": History.assignee_intervals,
    "issue_sprint_interval": History.sprint_intervals,
    "issue_key_alias": History.key_aliases,
}
MOST_REASONS = 8


class Comparison:
    """Everything that was found about one warehouse."""

    def __init__(self, edition, warehouse, survey, examples):
        self.edition, self.warehouse, self.survey = edition, warehouse, survey
        self.catalogue = Catalogue(edition, warehouse)
        self.columns = IssueComparison(edition, warehouse, examples)
        self.rows = RowComparison(edition, examples)
        self.problems = [*warehouse.problems, *self.columns.problems]
        self.issues = self.inexact = 0
        self.reasons = {}
        self.views = None
        self.of_views = []

    def compare_views(self, root, examples):
        """Compares the views too, once the issues have been."""
        with view_comparison.open_(root) as database:
            self.of_views = view_comparison.compare(database, self.views, examples)
            self.of_views.append(view_comparison.row_counts(database, self.warehouse, examples))
        self.problems += [f"column {one}: views not compared" for one in self.views.uncovered()]

    def compare(self, issues):
        unseen = set(self.warehouse.rows)
        for issue in issues:
            self.issues += 1
            self.survey.note_parts(issue)
            if str(issue["id"]) in self.warehouse.rows:
                unseen.discard(str(issue["id"]))
                self._compare(issue)
            else:
                self.problems.append(f"missing: {issue['key']} ({issue['id']})")
        self.problems += [f"extra: issue {one} is in no source file" for one in sorted(unseen)]
        self._compare_dimensions()
        self._compare_mismatches()

    def _compare(self, issue):
        self.columns.compare(issue)
        issue_id = str(issue["id"])
        for table, rows in CHILDREN.items():
            found = self.warehouse.of_issue(table, issue_id)
            self.rows.compare(table, issue["key"], rows(issue, self), found)
        history = History(issue, self)
        for table, rows in HISTORY.items():
            found = self.warehouse.of_issue(table, issue_id)
            self.rows.compare(table, issue["key"], rows(history), found)
        if self.views is not None:
            self.views.note(issue, history)
        self.inexact += bool(history.inexact)
        for field_id, reason in history.inexact.items():
            self.reasons.setdefault((field_id, reason), []).append(issue["key"])

    def _compare_dimensions(self):
        for table in contract.DIMENSIONS:
            found = self.warehouse.dimensions.get(table, {})
            if table == "field":
                self._compare_fields(found)
            else:
                self.rows.compare_dimension(table, self.survey.rows(table), found)

    def _compare_fields(self, found):
        """Every custom field of an issue is declared; its column is the one that carries it."""
        for field_id in self.survey.custom_fields - found.keys():
            self.problems.append(f"field {field_id} is in no row of table field")
        carried = {c.field_id: c.name for c in self.warehouse.columns.values() if c.field_id}
        for field_id in self.survey.custom_fields & found.keys():
            if found[field_id]["column_name"] != carried.get(field_id):
                self.problems.append(f"field {field_id}: column {found[field_id]['column_name']}")
        tally = self.rows.tallies["field"]
        tally.wanted = tally.found = len(found)
        tally.values = len(self.survey.custom_fields)

    def _compare_mismatches(self):
        counted = sum(shard.get("history_mismatches") or 0 for shard in self.warehouse.shards)
        if counted != self.inexact:
            self.problems.append(
                f"{self.inexact} histories do not end as the issue is, _shard counts {counted}"
            )


def compare(edition, root, sources, run_id=None, examples=3, with_views=False):
    """Returns the finished comparison."""
    survey = Survey(edition)
    source = jira_source.Source(sources, survey.note)
    comparison = Comparison(edition, sluice_warehouse.read(root, run_id), survey, examples)
    if with_views:
        with view_comparison.open_(root) as database:
            comparison.views = Views(comparison, view_comparison.loaded(database))
    comparison.compare(source.issues())
    if with_views:
        comparison.compare_views(root, examples)
    return comparison


def report(comparison, out, examples, columns=False):
    """Writes what was found and returns how many things are wrong."""
    out.write(f"runs: {', '.join(comparison.warehouse.runs) or 'none'}\n")
    line = "{:<26} {:>9} {:>9} {:>11} {:>12}\n"
    out.write(line.format("table", "source", "loaded", "values", "differences"))
    per_column = comparison.columns.tallies.values()
    differences = sum(tally.differences for tally in per_column)
    compared = sum(tally.rows for tally in per_column)
    loaded = len(comparison.warehouse.rows)
    out.write(line.format("issue", comparison.issues, loaded, compared, differences))
    for tally in per_column:
        if columns or tally.differences:
            tally.write(out)
    for tally in (*comparison.rows.tallies.values(), *comparison.of_views):
        if tally.wanted or tally.found:
            figures = (tally.wanted, tally.found, tally.values, tally.differences)
            out.write(line.format(tally.table, *figures))
        for example in tally.examples:
            out.write(f"    {example}\n")
        differences += tally.differences
        compared += tally.values
    exact = comparison.issues - comparison.inexact
    out.write(f"history: {exact} of {comparison.issues} issues replay exactly\n")
    reasons = sorted(comparison.reasons.items(), key=lambda one: (-len(one[1]), one[0]))
    for (field_id, reason), keys in reasons[:MOST_REASONS]:
        shown = ", ".join(keys[:5]) + (", ..." if len(keys) > 5 else "")
        out.write(f"    {len(keys)} {field_id}: {reason} ({shown})\n")
    if len(reasons) > MOST_REASONS:
        out.write(f"    and {len(reasons) - MOST_REASONS} more kinds\n")
    out.write(
        f"{compared} values compared, {differences} differences, "
        f"{len(comparison.problems)} other problems\n"
    )
    for problem in comparison.problems[: max(examples, 1) * 10]:
        out.write(f"    {problem}\n")
    return differences + len(comparison.problems)


def main(arguments=None, out=sys.stdout):
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--edition", choices=("cloud", "datacenter"), required=True)
    parser.add_argument("--warehouse", required=True)
    parser.add_argument("--run", help="compare this run only; default: the newest of each interval")
    parser.add_argument("--examples", type=int, default=3, help="how many to show of each kind")
    parser.add_argument("--columns", action="store_true", help="show every column of table issue")
    parser.add_argument("--views", action="store_true", help="compare the views of the database too")
    parser.add_argument("--requests", help="what count_requests.py counted of the run")
    parser.add_argument("source", nargs="+", help="JSONL files of issues, plain or .gz")
    given = parser.parse_args(arguments)
    comparison = compare(
        given.edition, given.warehouse, given.source, given.run, given.examples, given.views
    )
    if given.requests:
        requests = Requests(given.warehouse, comparison.warehouse, given.requests)
        comparison.problems += requests.problems()
        requests.write(out)
    wrong = report(comparison, out, given.examples, given.columns)
    return 1 if wrong or comparison.issues == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
