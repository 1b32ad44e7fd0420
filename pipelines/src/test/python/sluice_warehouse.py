"""Reads table `issue` of a warehouse the way a stranger would: manifests first, then Avro files."""

import json
from dataclasses import dataclass, field
from pathlib import Path

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
    problems: list = field(default_factory=list)


def read(root, run_id=None):
    root = Path(root)
    manifests = _manifests(root, run_id)
    warehouse = Warehouse([manifest["run_id"] for manifest in manifests])
    if not manifests:
        warehouse.problems.append(f"no manifest under {root / '_sluice' / 'runs'}")
    for manifest in manifests:
        _read_run(root, manifest, warehouse)
    return warehouse


def _manifests(root, run_id):
    found = []
    for path in sorted((root / "_sluice" / "runs").glob("*/manifest.json")):
        manifest = json.loads(path.read_text(encoding="utf-8"))
        if run_id in (None, manifest["run_id"]):
            found.append(manifest)
    # A rerun of an interval replaces the rows of the run before it.
    newest = {}
    for manifest in sorted(found, key=lambda one: (one["finished_at"], one["run_id"])):
        newest[json.dumps(manifest["interval"], sort_keys=True)] = manifest
    return list(newest.values())


def _read_run(root, manifest, warehouse):
    table = manifest["tables"].get("issue", {"rows": 0, "files": []})
    in_run = {}
    for entry in table["files"]:
        _read_file(root, entry, manifest["run_id"], in_run, warehouse)
    counted = sum(entry["rows"] for entry in table["files"])
    if counted != table["rows"]:
        warehouse.problems.append(
            f"manifest of {manifest['run_id']}: {table['rows']} rows, its files have {counted}"
        )
    for issue_id, row in in_run.items():
        known = warehouse.rows.get(issue_id)
        if known is None or _version(row) >= _version(known):
            warehouse.rows[issue_id] = row


def _read_file(root, entry, run_id, in_run, warehouse):
    path = root / entry["path"]
    if not path.is_file():
        warehouse.problems.append(f"the manifest names {entry['path']}, which is not there")
        return
    if path.stat().st_size != entry["bytes"]:
        warehouse.problems.append(
            f"{entry['path']}: {path.stat().st_size} bytes, the manifest says {entry['bytes']}"
        )
    rows = 0
    with path.open("rb") as stream:
        reader = fastavro.reader(stream)
        _note_columns(json.loads(reader.metadata["avro.schema"]), warehouse)
        for row in reader:
            rows += 1
            if row["id"] in in_run:
                warehouse.problems.append(f"duplicate: issue {row['id']} twice in run {run_id}")
            if row.get("_run_id") != run_id:
                warehouse.problems.append(f"issue {row['id']}: _run_id is {row.get('_run_id')}")
            in_run[row["id"]] = row
    if rows != entry["rows"]:
        warehouse.problems.append(
            f"{entry['path']}: {rows} rows, the manifest says {entry['rows']}"
        )


def _note_columns(schema, warehouse):
    structs = {}
    for declared in schema["fields"]:
        column = Column(
            declared["name"],
            _resolved(declared["type"], schema.get("namespace", ""), structs),
            declared.get("jira.field.id"),
        )
        warehouse.columns.setdefault(column.name, column)


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


def _version(row):
    return (row.get("updated") or 0, row.get("_read_at") or 0)
