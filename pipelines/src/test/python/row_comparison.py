"""Compares the rows a table ought to have with those it has, key by key and column by column."""

from dataclasses import dataclass, field

import children
import contract
import values

# Columns whose text went through a document and Markdown on Cloud, which may move white space.
RICH_TEXT = {("comment", "body"), ("worklog", "comment")}


@dataclass
class TableTally:
    """What was found about one table."""

    table: str
    wanted: int = 0
    found: int = 0
    values: int = 0
    differences: int = 0
    examples: list = field(default_factory=list)

    def differ(self, where, wanted, actual, most):
        self.differences += 1
        if len(self.examples) < most:
            self.examples.append(
                f"{where}: source {values.short(wanted)}, table {values.short(actual)}"
            )


class RowComparison:
    def __init__(self, edition, examples):
        self.edition, self.examples = edition, examples
        self.tallies = {
            table: TableTally(table) for table in (*contract.OF_ISSUES, *contract.DIMENSIONS)
        }
        self.names = {
            table: [name for name, _ in contract.columns_of(table)] for table in self.tallies
        }
        self.keys = {table: contract.key_of(table) for table in self.tallies}

    def compare(self, table, where, wanted, found):
        """Compares the rows of one issue: dictionaries wanted, tuples found."""
        tally = self.tallies[table]
        names, key = self.names[table], self.keys[table]
        tally.wanted += len(wanted)
        tally.found += len(found)
        there = {}
        for row in found:
            as_found = dict(zip(names, row, strict=False))
            there[tuple(as_found[name] for name in key)] = as_found
        for row in wanted:
            actual = there.pop(tuple(row[name] for name in key), None)
            if actual is None:
                tally.differ(where, row, None, self.examples)
                continue
            tally.values += len(row)
            if actual != row:
                self._compare_row(tally, where, row, actual)
        for row in there.values():
            tally.differ(where, None, row, self.examples)

    def _compare_row(self, tally, where, wanted, actual):
        for name, value in wanted.items():
            if not self._same(tally.table, name, value, actual[name]):
                shown = f"{where} {name}"
                tally.differ(shown, value, actual[name], self.examples)

    def _same(self, table, name, wanted, actual):
        if wanted == actual or (wanted in values.ABSENT and actual in values.ABSENT):
            return True
        if table == "issue_multivalue" and name == "value":
            return children.same_value(wanted, actual, self.edition)
        is_rich = self.edition == "cloud" and (table, name) in RICH_TEXT
        return is_rich and values.same(wanted, actual, rich=True)

    def compare_dimension(self, table, said, found):
        """Compares a dimension: id -> descriptions, of which one must hold, and id -> row."""
        tally = self.tallies[table]
        tally.wanted += len(said)
        tally.found += len(found)
        for id_, descriptions in said.items():
            row = found.get(id_)
            if row is None:
                tally.differ(id_, descriptions[0], None, self.examples)
                continue
            tally.values += len(descriptions[0])
            if not any(_holds(description, row) for description in descriptions):
                actual = {name: row[name] for name in descriptions[0]}
                tally.differ(id_, descriptions[0], actual, self.examples)
        for id_ in found.keys() - said.keys():
            tally.differ(id_, None, found[id_], self.examples)


def _holds(description, row):
    return all(
        row[name] == value or (value in values.ABSENT and row[name] in values.ABSENT)
        for name, value in description.items()
    )
