"""Reads the tables of a warehouse the way a stranger would: manifests first, then Avro files."""

import json
from dataclasses import dataclass, field
from pathlib import Path

import contract
import fastavro
import fastavro.read

# Years such as 51502 occur in Jira and are beyond Python's datetime: keep the numbers as stored.
for name in ("long-timestamp-micros", "int-date"):
    fastavro.read.LOGICAL_READERS[name] = lambda value, *_: value


@dataclass
class Column:
    name: str
    type: object
    field_id: str | None


@dataclass
class Warehouse:
    runs: list
    columns: dict = field(default_factory=dict)
    rows: dict = field(default_factory=dict)
    children: dict = field(default_factory=dict)
    dimensions: dict = field(default_factory=dict)
    shards: list = field(default_factory=list)
    problems: list = field(default_factory=list)

    def of_issue(self, table, issue_id):
        """The rows a table has for an issue: tuples without the columns of lineage."""
        return self.children.get(table, {}).get(issue_id, ())


def read(root, run_id=None):
    root = Path(root)
    manifests = _manifests(root, run_id)
    warehouse = Warehouse([manifest["run_id"] for manifest in manifests])
    if not manifests:
        warehouse.problems.append(f"no manifest under {root / '_sluice' / 'runs'}")
    for manifest in manifests:
        _Run(root, manifest, warehouse).read_issues()
    for manifest in manifests:
        _Run(root, manifest, warehouse).read_children()
    for manifest in manifests[-1:]:
        _Run(root, manifest, warehouse).read_dimensions()
    return warehouse


def _manifests(root, run_id):
    """The newest run of each interval, oldest first."""
    found = []
    for path in sorted((root / "_sluice" / "runs").glob("*/manifest.json")):
        manifest = json.loads(path.read_text(encoding="utf-8"))
        if run_id in (None, manifest["run_id"]):
            found.append(manifest)
    # A rerun of an interval replaces the rows of the run before it.
    newest = {}
    for manifest in sorted(found, key=lambda one: (one["finished_at"], one["run_id"])):
        newest[json.dumps(manifest["interval"], sort_keys=True)] = manifest
    return sorted(newest.values(), key=lambda one: (one["finished_at"], one["run_id"]))


class _Run:
    def __init__(self, root, manifest, warehouse):
        self.root, self.manifest, self.warehouse = root, manifest, warehouse
        self.run_id = manifest["run_id"]

    def read_issues(self):
        in_run = {}
        for row in self._rows("issue"):
            if row["id"] in in_run:
                self._problem(f"duplicate: issue {row['id']} twice in run {self.run_id}")
            in_run[row["id"]] = row
        for issue_id, row in in_run.items():
            known = self.warehouse.rows.get(issue_id)
            if known is None or _version(row) >= _version(known):
                self.warehouse.rows[issue_id] = row

    def read_children(self):
        """Children count with the version of the issue they were read with."""
        for table in contract.OF_ISSUES:
            key, names = contract.key_of(table), names_of(table)
            rows = self.warehouse.children.setdefault(table, {})
            seen = set()
            for row in self._rows(table):
                issue = self.warehouse.rows.get(row.get("issue_id"))
                if issue is not None and issue.get("_run_id") != self.run_id:
                    continue
                for name in ("_shard_id", "_read_at") if issue is not None else ():
                    if row.get(name) != issue.get(name):
                        self._problem(f"{table} {_key(row, key)}: {name} is not that of the issue")
                self._note_key(table, key, row, seen)
                values = tuple(row.get(name) for name in names)
                rows.setdefault(row.get("issue_id"), []).append(values)

    def read_dimensions(self):
        for table in contract.DIMENSIONS:
            key = contract.key_of(table)
            seen = set()
            for row in self._rows(table):
                self._note_key(table, key, row, seen)
                self.warehouse.dimensions.setdefault(table, {})[row["id"]] = row
        self.warehouse.shards += self._rows("_shard")

    def _note_key(self, table, key, row, seen):
        value = _key(row, key)
        if value in seen:
            self._problem(f"duplicate: {table} {value} twice in run {self.run_id}")
        if None in value:
            self._problem(f"{table} {value}: the key is not complete")
        seen.add(value)

    def _rows(self, table):
        files = self.manifest["tables"].get(table, {"rows": 0, "files": []})
        counted = sum(entry["rows"] for entry in files["files"])
        if counted != files["rows"]:
            self._problem(
                f"manifest of {self.run_id}: {files['rows']} rows of {table},"
                f" its files have {counted}"
            )
        for entry in files["files"]:
            yield from self._file(table, entry)

    def _file(self, table, entry):
        path = self.root / entry["path"]
        if not path.is_file():
            self._problem(f"the manifest names {entry['path']}, which is not there")
            return
        if path.stat().st_size != entry["bytes"]:
            self._problem(
                f"{entry['path']}: {path.stat().st_size} bytes, the manifest says {entry['bytes']}"
            )
        rows = 0
        with path.open("rb") as stream:
            reader = fastavro.reader(stream)
            self._note_columns(table, json.loads(reader.metadata["avro.schema"]))
            for row in reader:
                rows += 1
                if not table.startswith("_"):
                    self._require_lineage(table, row)
                yield row
        if rows != entry["rows"]:
            self._problem(f"{entry['path']}: {rows} rows, the manifest says {entry['rows']}")

    def _require_lineage(self, table, row):
        if row.get("_run_id") != self.run_id:
            self._problem(f"{table} {row.get('id')}: _run_id is {row.get('_run_id')}")
        if row.get("_site") is None or row.get("_shard_id") is None or row.get("_read_at") is None:
            self._problem(f"{table} {row.get('id')}: lineage is missing")

    def _note_columns(self, table, schema):
        columns = {column.name: column for column in _columns(schema)}
        if table == "issue":
            for name, column in columns.items():
                self.warehouse.columns.setdefault(name, column)
        if table in contract.TABLES:
            there = [(one.name, contract.type_of(one.type)) for one in columns.values()]
            wanted = contract.columns_of(table)
            if (there[: len(wanted)] if table == "issue" else there) != wanted:
                wrong = [one for one in there if one not in wanted] or there
                self._problem(f"table {table} has not the columns of the contract: {wrong}")

    def _problem(self, text):
        self.warehouse.problems.append(text)


def _columns(schema):
    structs = {}
    for declared in schema["fields"]:
        yield Column(
            declared["name"],
            _resolved(declared["type"], schema.get("namespace", ""), structs),
            declared.get("jira.field.id"),
        )


def _resolved(type_, namespace, structs):
    """The type without its null branch, names of records replaced by what they stand for."""
    if isinstance(type_, list):
        others = [one for one in type_ if one != "null"]
        return _resolved(others[0], namespace, structs)
    if isinstance(type_, str):
        return structs.get(type_) or structs.get(f"{namespace}.{type_}") or type_
    if type_["type"] == "array":
        return {"type": "array", "items": _resolved(type_["items"], namespace, structs)}
    if type_["type"] == "record":
        inner = type_.get("namespace", namespace)
        record = {"type": "record", "name": type_["name"].rsplit(".", 1)[-1], "fields": []}
        structs[type_["name"]] = structs[f"{inner}.{type_['name']}"] = record
        for member in type_["fields"]:
            record["fields"].append(
                {"name": member["name"], "type": _resolved(member["type"], inner, structs)}
            )
        return record
    return type_


def names_of(table):
    """Columns of a table without those of lineage."""
    lineage = len(contract.LINEAGE.split())
    return [name for name, _ in contract.columns_of(table)[:-lineage]]


def _key(row, key):
    return tuple(row.get(name) for name in key)


def _version(row):
    return (row.get("updated") or 0, row.get("_read_at") or 0)
