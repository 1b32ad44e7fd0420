"""Compares every column of table `issue` with the issues it was loaded from."""

import json
from decimal import Decimal

import jira_source
import values
from jira_source import MISFIT

LINEAGE = ("_site", "_run_id", "_shard_id", "_read_at")
RICH_TEXT = ("description", "environment")


class Tally:
    """What was found about one column."""

    def __init__(self, column, field_id):
        self.column, self.field_id = column, field_id
        self.rows = self.filled = self.in_extra = self.differences = 0
        self.examples = []

    def differ(self, issue, wanted, actual, most):
        self.differences += 1
        if len(self.examples) < most:
            difference = f"source {values.short(wanted)}, column {values.short(actual)}"
            self.examples.append(f"{issue['key']}: {difference}")

    def write(self, out):
        field_id = "" if self.field_id is None else f"({self.field_id}) "
        out.write(
            f"    {self.column} {field_id}{self.rows} compared, {self.filled} filled,"
            f" {self.in_extra} in extra, {self.differences} differences\n"
        )
        for example in self.examples:
            out.write(f"        {example}\n")


class IssueComparison:
    def __init__(self, edition, warehouse, examples):
        self.edition, self.warehouse, self.examples = edition, warehouse, examples
        self.system = jira_source.system_columns(edition)
        known = {*self.system, *LINEAGE, "extra"}
        self.custom = [c for c in warehouse.columns.values() if c.name not in known]
        self.tallies = {}
        self.problems = []
        self.represented = {field_id for field_id, _ in self.system.values()}
        self.represented |= {column.field_id for column in self.custom}
        self.history_was_read = any(
            row.get("history_count") is not None for row in warehouse.rows.values()
        )
        self._require_columns()

    def _require_columns(self):
        for name in (*self.system, "extra", *LINEAGE):
            if name not in self.warehouse.columns:
                self.problems.append(f"column {name} is missing")
        for column in self.custom:
            if column.field_id is None:
                self.problems.append(f"column {column.name} does not say which field it carries")

    def compare(self, issue):
        row = self.warehouse.rows[str(issue["id"])]
        extra = json.loads(row["extra"], parse_float=Decimal) if row.get("extra") else {}
        for name, (field_id, value) in self.system.items():
            self._compare_column(issue, row, extra, name, field_id, value(issue))
        for column in self.custom:
            value = issue["fields"].get(column.field_id)
            self._compare_column(issue, row, extra, column.name, column.field_id, value)
        self._compare_extra(issue, extra)
        for name in LINEAGE:
            tally = self._tally(name, None)
            tally.rows += 1
            tally.filled += row.get(name) is not None
            if row.get(name) is None:
                tally.differ(issue, "something", None, self.examples)

    def _tally(self, name, field_id):
        return self.tallies.setdefault(name, Tally(name, field_id))

    def _compare_column(self, issue, row, extra, name, field_id, value):
        column = self.warehouse.columns.get(name)
        if column is None or (name == "history_count" and not self.history_was_read):
            return
        tally = self._tally(name, field_id)
        tally.rows += 1
        actual = row.get(name)
        if value is None and actual is None:
            return
        if name in ("id", "key") or name.endswith("_id"):
            value = None if value is None else str(value)
        wanted = values.expected(value, column.type, self.edition)
        tally.filled += wanted is not None
        if wanted is MISFIT:
            tally.in_extra += 1
            if actual is not None or field_id not in extra:
                tally.differ(issue, value, actual, self.examples)
            return
        rich = self.edition == "cloud" and name in RICH_TEXT
        if not values.same(wanted, values.stored(actual, column.type, self.edition), rich):
            tally.differ(issue, wanted, actual, self.examples)

    def _compare_extra(self, issue, extra):
        tally = self._tally("extra", None)
        tally.rows += 1
        tally.filled += bool(extra)
        for field_id, raw in issue["fields"].items():
            lost = not jira_source.is_absent(field_id, raw) and not (
                field_id in extra
                or field_id in self.represented
                or field_id in jira_source.ELSEWHERE
            )
            if lost:
                tally.differ(issue, f"{field_id} = {values.short(raw)}", None, self.examples)
        for field_id, raw in extra.items():
            source = issue["fields"].get(field_id)
            alike = [values.people_alike(one, self.edition) for one in (source, raw)]
            if not values.same(alike[0], alike[1], rich=False):
                tally.differ(issue, f"{field_id} = {values.short(source)}", raw, self.examples)
