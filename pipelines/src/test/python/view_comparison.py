"""Compares the views of a local warehouse with what the issues say; see views.py."""

import math
from pathlib import Path

import duckdb
import values
from row_comparison import TableTally

# View -> the columns of its key; what else is compared is what views.py says.
KEYS = {
    "issue_campaign": ("issue_id",),
    "time_in_status": ("issue_id", "status_id"),
    "cycle_time": ("issue_id",),
    "sprint_velocity": ("sprint_id",),
    "resource_allocation": ("person_id", "week", "project_key", "campaign_id"),
    "campaign_delivery": ("campaign_id",),
    "campaign_day": ("campaign_id", "day"),
}
FORMS = {
    "TIMESTAMP": "epoch_us({0})",
    "DATE": "date_diff('day', DATE '1970-01-01', {0})",
    "DECIMAL": "CAST({0} AS DOUBLE)",
    "HUGEINT": "CAST({0} AS DOUBLE)",
}


def open_(root):
    return duckdb.connect(str(Path(root) / "warehouse.duckdb"), read_only=True)


def loaded(database):
    """The end of the last interval that was loaded."""
    return database.execute("SELECT epoch_us(max(interval_to)) FROM _run").fetchone()[0]


def compare(database, views, examples, names=tuple(KEYS)):
    """A tally for each view."""
    return [_compare(database, name, getattr(views, name)(), examples) for name in names]


def _compare(database, name, wanted, examples):
    tally = TableTally(name, wanted=len(wanted))
    key = KEYS[name]
    columns = [*key, *next(iter(wanted.values()), {})]
    types = {row[0]: row[1] for row in database.execute(f"DESCRIBE {name}").fetchall()}
    shown = ", ".join(_form(types[column]).format(f'"{column}"') for column in columns)
    cursor = database.execute(f"SELECT {shown} FROM {name}")
    while rows := cursor.fetchmany(10_000):
        for row in rows:
            tally.found += 1
            _compare_row(tally, row[: len(key)], wanted, columns[len(key) :], row, examples)
    for id_, row in wanted.items():
        tally.differ(id_, row, None, examples)
    return tally


def _form(type_):
    return next((form for name, form in FORMS.items() if type_.startswith(name)), "{0}")


def _compare_row(tally, id_, wanted, columns, row, examples):
    expected = wanted.pop(id_, None)
    if expected is None:
        tally.differ(id_, None, row, examples)
        return
    for column, actual in zip(columns, row[len(id_) :], strict=True):
        tally.values += 1
        if not _same(expected[column], actual):
            tally.differ(f"{id_} {column}", expected[column], actual, examples)


def _same(wanted, actual):
    if isinstance(wanted, float) or isinstance(actual, float):
        return None not in (wanted, actual) and math.isclose(wanted, actual, abs_tol=1e-6)
    return wanted == actual or (wanted in values.ABSENT and actual in values.ABSENT)


def row_counts(database, warehouse, examples):
    """View data_freshness against the rows that are there."""
    tally = TableTally("data_freshness")
    there = {"issue": len(warehouse.rows)}
    for table, rows in warehouse.children.items():
        there[table] = sum(len(of_issue) for of_issue in rows.values())
    there.update({table: len(rows) for table, rows in warehouse.dimensions.items()})
    counted = database.execute("SELECT table_name, row_count FROM data_freshness").fetchall()
    for table, rows in counted:
        tally.found += 1
        tally.values += 1
        if there.get(table, 0) != rows:
            tally.differ(table, there.get(table, 0), rows, examples)
    tally.wanted = len(counted)
    return tally
