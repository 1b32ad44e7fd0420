"""Proves that the comparison passes a right warehouse and notices each way of being wrong.

    python3 -m unittest discover -s pipelines/src/test/python -p "*_test.py"
"""

import copy
import gzip
import io
import json
import tempfile
import unittest
from pathlib import Path

import fastavro
from compare_with_source import main
from jira_source import instant, sprint_object, system_columns

TEXT, LONG, BOOLEAN = ["null", "string"], ["null", "long"], ["null", "boolean"]
STAMP = ["null", {"type": "long", "logicalType": "timestamp-micros"}]
DATE = ["null", {"type": "int", "logicalType": "date"}]
JSON = ["null", {"type": "string", "sluice.type": "json"}]


def record(name, *members):
    fields = [{"name": member, "type": type_, "default": None} for member, type_ in members]
    return {"type": "record", "name": name, "namespace": "dev.sluice.type", "fields": fields}


REFERENCE = record("reference", ("id", TEXT), ("name", TEXT))
OPTION = record("option", ("id", TEXT), ("value", TEXT))
USER = record("user", ("id", TEXT), ("name", TEXT), ("email", TEXT), ("active", BOOLEAN))
LISTS = {
    "labels": ["null", {"type": "array", "items": "string"}],
    "components": ["null", {"type": "array", "items": REFERENCE}],
    "fix_versions": ["null", {"type": "array", "items": "dev.sluice.type.reference"}],
    "affects_versions": ["null", {"type": "array", "items": "dev.sluice.type.reference"}],
}
STAMPS = ("status_category_changed", "resolved", "created", "updated", "last_viewed", "_read_at")
CUSTOM = [
    ("budget", "customfield_10001", ["null", "double"]),
    ("channel", "customfield_10002", ["null", OPTION]),
    ("approver", "customfield_10003", ["null", USER]),
    ("launch", "customfield_10004", DATE),
    ("odd", "customfield_10005", JSON),
]


def type_of(column):
    if column in LISTS:
        return LISTS[column]
    if column in STAMPS:
        return STAMP
    numbers = ("_seconds", "_count", "_ratio", "_level")
    if column in ("votes", "watchers") or (
        column.endswith(numbers) and column != "security_level"
    ):
        return LONG
    if column == "due_date":
        return DATE
    return {"is_subtask": BOOLEAN, "extra": JSON}.get(column, TEXT)


def schema():
    fields = []
    for name in system_columns("cloud"):
        if name != "id":
            fields.append({"name": name, "type": type_of(name), "default": None})
    for name, field_id, type_ in CUSTOM:
        fields.append({"name": name, "type": type_, "default": None, "jira.field.id": field_id})
    for name in ("extra", "_site", "_run_id", "_shard_id", "_read_at"):
        fields.append({"name": name, "type": type_of(name), "default": None})
    key = {"name": "id", "type": "string"}
    return {
        "type": "record",
        "name": "issue",
        "namespace": "dev.sluice",
        "fields": [key, *fields],
    }


SOURCE = {
    "id": "10042",
    "key": "MKTG-7",
    "fields": {
        "summary": "Spring",
        "description": "One\r\n\r\ntwo  three",
        "project": {"id": "1", "key": "MKTG", "name": "Marketing"},
        "status": {"id": "3", "name": "Doing", "statusCategory": {"key": "indeterminate"}},
        "created": "2024-02-29T23:30:00.123-0800",
        "updated": "2024-03-01T09:00:00.000+0100",
        "duedate": "2026-01-01",
        "labels": ["a", "b"],
        "components": [{"id": "5", "name": "Web", "self": "x"}],
        "assignee": {"name": "jd", "key": "JIRAUSER1", "displayName": "Jo", "active": True},
        "votes": {"votes": 3},
        "comment": {"comments": [{"id": "1"}, {"id": "2"}], "total": 2},
        "timetracking": {"originalEstimateSeconds": 3600},
        "customfield_10001": 12.5,
        "customfield_10002": {"id": "9", "value": "Mail", "self": "x"},
        "customfield_10003": {"name": "jd", "displayName": "Jo"},
        "customfield_10004": "not a day",
        "customfield_10005": {"a": [1, 2.50], "who": {"name": "jd", "displayName": "Jo"}},
        "flagged": True,
        "issuerestriction": {"issuerestrictions": {}, "shouldDisplay": False},
        "epic": None,
    },
}
ROW = {
    "id": "10042",
    "key": "MKTG-7",
    "summary": "Spring",
    "description": "One\n\ntwo three",
    "project_id": "1",
    "project_key": "MKTG",
    "project_name": "Marketing",
    "status_id": "3",
    "status": "Doing",
    "status_category": "indeterminate",
    "created": 1709278200123000,
    "updated": 1709280000000000,
    "due_date": 20454,
    "labels": ["a", "b"],
    "components": [{"id": "5", "name": "Web"}],
    "assignee_id": "JIRAUSER1",
    "assignee": "Jo",
    "votes": 3,
    "comment_count": 2,
    "original_estimate_seconds": 3600,
    "budget": 12.5,
    "channel": {"id": "9", "value": "Mail"},
    "approver": {"id": "jd", "name": "Jo", "email": None, "active": True},
    "launch": None,
    "odd": json.dumps(
        {"a": [1, 2.5], "who": {"accountId": "jd", "displayName": "Jo", "active": True}}
    ),
    "extra": json.dumps({"flagged": True, "customfield_10004": "not a day"}),
    "_site": "acme",
    "_run_id": "r1",
    "_shard_id": "s0000",
    "_read_at": 1795500000000000,
}


class CompareWithSource(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.root = Path(scratch.name)
        self.source = self.root / "issues.jsonl.gz"
        with gzip.open(self.source, "wt", encoding="utf-8") as lines:
            lines.write(json.dumps(SOURCE) + "\n")

    def warehouse(self, *rows, run_id="r1", claimed=None):
        folder = self.root / "issue" / "interval=x" / f"run={run_id}"
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / "s0000.avro"
        with file.open("wb") as stream:
            fastavro.writer(stream, fastavro.parse_schema(schema()), rows)
        entry = {
            "path": str(file.relative_to(self.root)),
            "rows": len(rows) if claimed is None else claimed,
            "bytes": file.stat().st_size,
            "schema": "x",
        }
        manifest = {
            "run_id": run_id,
            "finished_at": "2026-11-24T06:00:00Z",
            "interval": {"from": "1970-01-01T00:00:00Z", "to": "2026-11-24T06:00:00Z"},
            "tables": {"issue": {"rows": entry["rows"], "files": [entry]}},
        }
        path = self.root / "_sluice" / "runs" / run_id / "manifest.json"
        path.parent.mkdir(parents=True)
        path.write_text(json.dumps(manifest), encoding="utf-8")

    def compare(self, edition="cloud"):
        out = io.StringIO()
        arguments = ["--edition", edition, "--warehouse", str(self.root), str(self.source)]
        return main(arguments, out), out.getvalue()

    def changed(self, **values):
        return {**copy.deepcopy(ROW), **values}

    def test_right_warehouse_passes(self):
        self.warehouse(ROW)
        code, text = self.compare()
        self.assertEqual(0, code, text)
        self.assertIn(" 0 differences, 0 other problems", text)

    def test_every_wrong_value_is_noticed(self):
        wrong = {
            "key": "MKTG-8",
            "summary": None,
            "description": "One two",
            "created": ROW["created"] + 1000,
            "due_date": ROW["due_date"] - 1,
            "labels": ["b", "a"],
            "components": [{"id": "5", "name": "App"}],
            "assignee_id": "jd",
            "comment_count": 1,
            "is_subtask": False,
            "original_estimate_seconds": None,
            "budget": 12.0,
            "channel": None,
            "approver": {"id": "jd", "name": "Jo", "email": None, "active": False},
            "launch": 20454,
            "odd": json.dumps({"a": [1, 2.5]}),
            "extra": json.dumps({"flagged": True}),
            "_shard_id": None,
        }
        for column, value in wrong.items():
            with self.subTest(column=column):
                self.setUp()
                self.warehouse(self.changed(**{column: value}))
                code, text = self.compare()
                self.assertEqual(1, code, text)

    def test_field_found_nowhere_is_noticed(self):
        self.warehouse(self.changed(extra=json.dumps({"customfield_10004": "not a day"})))
        code, text = self.compare()
        self.assertEqual(1, code)
        self.assertIn("flagged = True", text)

    def test_restriction_that_restricts_somebody_is_data(self):
        source = copy.deepcopy(SOURCE)
        source["fields"]["issuerestriction"]["issuerestrictions"] = {"projectrole": [{"id": 1}]}
        with gzip.open(self.source, "wt", encoding="utf-8") as lines:
            lines.write(json.dumps(source) + "\n")
        self.warehouse(ROW)
        code, text = self.compare()
        self.assertEqual(1, code)
        self.assertIn("issuerestriction", text)

    def test_value_that_fits_must_not_hide_in_extra(self):
        extra = json.loads(ROW["extra"]) | {"customfield_10001": 12.5}
        self.warehouse(self.changed(budget=None, extra=json.dumps(extra)))
        self.assertEqual(1, self.compare()[0])

    def test_missing_issue_is_noticed(self):
        self.warehouse()
        self.assertIn("missing: MKTG-7", self.compare()[1])

    def test_issue_that_the_source_does_not_have_is_noticed(self):
        self.warehouse(ROW, self.changed(id="9"))
        code, text = self.compare()
        self.assertEqual(1, code)
        self.assertIn("extra: issue 9", text)

    def test_duplicate_within_a_run_is_noticed(self):
        self.warehouse(ROW, ROW)
        code, text = self.compare()
        self.assertEqual(1, code)
        self.assertIn("duplicate: issue 10042", text)

    def test_row_count_of_the_manifest_is_checked(self):
        self.warehouse(ROW, claimed=2)
        self.assertEqual(1, self.compare()[0])

    def test_newest_run_of_an_interval_counts(self):
        self.warehouse(self.changed(summary="old", _run_id="r0"), run_id="r0")
        self.warehouse(ROW)
        self.assertEqual(0, self.compare()[0])

    def test_description_of_data_center_is_compared_exactly(self):
        same_json = json.dumps({"a": [1, 2.5], "who": {"key": "jd", "displayName": "Jo"}})
        self.warehouse(self.changed(description="One\n\ntwo three", odd=same_json))
        self.assertEqual(1, self.compare("datacenter")[0])

    def test_nothing_at_all_is_no_success(self):
        self.assertEqual(1, self.compare()[0])


class Values(unittest.TestCase):
    def test_instants_of_every_form(self):
        for text in (
            "2024-02-29T23:30:00.000+0545",
            "2024-02-29T23:30:00+05:45",
            "2024-02-29T17:45:00Z",
            "2024-02-29 17:45",
            1709228700000,
        ):
            self.assertEqual(1709228700000000, instant(text), text)
        self.assertIsNone(instant("2 days ago"))
        self.assertEqual(1563078902400 * 1_000_000, instant("51502-01-01T00:00:00.000+0000"))

    def test_sprint_text_with_commas_in_its_name(self):
        # The state is written in capitals here and in small letters where sprints are objects.
        text = "com.x.Sprint@1[id=5,rapidViewId=3,state=CLOSED,name=A, b=c],endDate=<null>,goal=]"
        sprint = sprint_object(text)
        self.assertEqual(("5", "A, b=c]"), (sprint["id"], sprint["name"]))
        self.assertEqual((None, "closed"), (sprint["endDate"], sprint["state"]))


if __name__ == "__main__":
    unittest.main()
