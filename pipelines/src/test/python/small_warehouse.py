"""One issue of every kind of child, and the warehouse it becomes, written out by hand."""

import copy
import gzip
import json

import contract
import fastavro

LINEAGE = {
    "_site": "acme",
    "_run_id": "r1",
    "_shard_id": "s0000",
    "_read_at": 1795500000000000,
}
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
CUSTOM = [
    ("budget", "customfield_10001", ["null", "double"]),
    ("channel", "customfield_10002", ["null", OPTION]),
    ("approver", "customfield_10003", ["null", USER]),
    ("launch", "customfield_10004", DATE),
    ("odd", "customfield_10005", JSON),
]


BY_WORD = {"text": TEXT, "long": LONG, "boolean": BOOLEAN, "ts": STAMP, "date": DATE}


def schema(table):
    """The schema a table has by the contract; table issue with some custom fields."""
    columns = contract.columns_of(table)
    fields = [_field(name, LISTS.get(name) or BY_WORD[word]) for name, word in columns]
    if table == "issue":
        for name, field_id, type_ in CUSTOM:
            fields.append({**_field(name, type_), "jira.field.id": field_id})
        fields.append(_field("extra", JSON))
        fields += [_field(name, STAMP if name == "_read_at" else TEXT) for name in LINEAGE]
    return {"type": "record", "name": table, "namespace": "dev.sluice", "fields": fields}


def _field(name, type_):
    return {"name": name, "type": type_, "default": None}


JO = {"name": "jd", "key": "JIRAUSER1", "displayName": "Jo", "active": True}
COMMENT = {
    "id": "1",
    "author": JO,
    "body": "Go\r\nnow",
    "created": "2024-03-02T08:00:00.000+0100",
    "visibility": {"type": "role", "value": "Staff"},
}
WORKLOG = {
    "id": "5",
    "author": JO,
    "started": "2024-03-02T08:00:00.000+0100",
    "timeSpentSeconds": 60,
}
ATTACHMENT = {"id": "6", "filename": "a.png", "size": 9, "mimeType": "image/png", "content": "u"}
LINK = {
    "id": "7",
    "type": {"id": "10", "name": "Blocks", "inward": "is blocked by", "outward": "blocks"},
    "inwardIssue": {"id": "10001", "key": "MKTG-1"},
}
HISTORY = {
    "id": "900",
    "author": {"name": "cy", "displayName": "Cy"},
    "created": "2024-03-02T08:00:00.000+0100",
    "items": [
        {
            "field": "status",
            "fieldtype": "jira",
            "from": "1",
            "fromString": "Open",
            "to": "3",
            "toString": "Doing",
        },
        {"field": "Key", "fieldtype": "jira", "fromString": "OPS-1", "toString": "MKTG-7"},
    ],
}
SOURCE = {
    "id": "10042",
    "changelog": {"histories": [HISTORY]},
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
        "assignee": JO,
        "votes": {"votes": 3},
        "creator": {"name": "cy", "displayName": "Cy"},
        "resolution": None,
        "comment": {"comments": [COMMENT, {"id": "2"}], "total": 2},
        "worklog": {"worklogs": [WORKLOG], "total": 1},
        "attachment": [ATTACHMENT],
        "issuelinks": [LINK, LINK],
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
ISSUE = {
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
    "creator_id": "cy",
    "creator": "Cy",
    "comment_count": 2,
    "worklog_count": 1,
    "attachment_count": 1,
    "link_count": 2,
    "history_count": 1,
    "original_estimate_seconds": 3600,
    "budget": 12.5,
    "channel": {"id": "9", "value": "Mail"},
    "approver": {"id": "jd", "name": "Jo", "email": None, "active": True},
    "launch": None,
    "odd": json.dumps(
        {"a": [1, 2.5], "who": {"accountId": "jd", "displayName": "Jo", "active": True}}
    ),
    "extra": json.dumps({"flagged": True, "customfield_10004": "not a day"}),
}
CREATED, MOVED = ISSUE["created"], 1709362800000000
STATUS = {"issue_id": "10042", "author_id": "cy"}


def _initial(item, field_id, id_, text, name=None, type_="jira"):
    return {
        "issue_id": "10042",
        "history_id": "initial",
        "item": item,
        "time": CREATED,
        "author_id": "cy",
        "field_id": field_id,
        "field_name": name or field_id,
        "field_type": type_,
        "to_id": id_,
        "to_text": text,
        "is_initial": True,
    }


def _change(item, field_id, name, *values):
    sides = zip(("from_id", "from_text", "to_id", "to_text"), values, strict=True)
    return {
        **_initial(item, field_id, None, None, name),
        "history_id": "900",
        "time": MOVED,
        "is_initial": False,
        **dict(sides),
    }


def _value(field_id, column, position, id_, text):
    return {
        "issue_id": "10042",
        "field_id": field_id,
        "column_name": column,
        "position": position,
        "value_id": id_,
        "value": text,
    }


# Table -> its rows without lineage.
ROWS = {
    "issue": [ISSUE],
    "issue_field_history": [
        _initial(0, "assignee", "JIRAUSER1", "Jo"),
        _initial(1, "components", "5", "Web", "Component"),
        _initial(2, "customfield_10001", None, "12.5", "budget", "custom"),
        _initial(3, "customfield_10002", "9", "Mail", "channel", "custom"),
        _initial(4, "customfield_10003", "jd", "Jo", "approver", "custom"),
        _initial(5, "customfield_10004", "not a day", "not a day", "launch", "custom"),
        _initial(6, "duedate", "2026-01-01", "2026-01-01 00:00:00.0"),
        _initial(7, "issuekey", None, "OPS-1", "Key"),
        _initial(8, "labels", None, "a b"),
        _initial(9, "project", "1", "Marketing"),
        _initial(10, "status", "1", "Open"),
        _initial(11, "summary", None, "Spring"),
        _change(0, "status", "status", "1", "Open", "3", "Doing"),
        _change(1, "issuekey", "Key", None, "OPS-1", None, "MKTG-7"),
    ],
    "comment": [
        {
            "id": "1",
            "issue_id": "10042",
            "author_id": "JIRAUSER1",
            "author": "Jo",
            "body": "Go\nnow",
            "created": MOVED,
            "visibility": "Staff",
        },
        {"id": "2", "issue_id": "10042"},
    ],
    "worklog": [
        {
            "id": "5",
            "issue_id": "10042",
            "author_id": "JIRAUSER1",
            "author": "Jo",
            "started": MOVED,
            "time_spent_seconds": 60,
        }
    ],
    "attachment": [
        {
            "id": "6",
            "issue_id": "10042",
            "filename": "a.png",
            "size_bytes": 9,
            "mime_type": "image/png",
            "content_url": "u",
        }
    ],
    "issue_link": [
        {
            "issue_id": "10042",
            "id": "7",
            "link_type_id": "10",
            "link_type": "Blocks",
            "direction": "inward",
            "relationship": "is blocked by",
            "related_issue_id": "10001",
            "related_issue_key": "MKTG-1",
        }
    ],
    "issue_multivalue": [
        _value("labels", "labels", 0, None, "a"),
        _value("labels", "labels", 1, None, "b"),
        _value("components", "components", 0, "5", "Web"),
    ],
    "issue_status_interval": [
        {
            **STATUS,
            "position": 0,
            "status_id": "1",
            "status": "Open",
            "status_category": "undefined",
            "entered_at": CREATED,
            "left_at": MOVED,
            "seconds": (MOVED - CREATED) // 1_000_000,
            "is_current": False,
        },
        {
            **STATUS,
            "position": 1,
            "status_id": "3",
            "status": "Doing",
            "status_category": "indeterminate",
            "entered_at": MOVED,
            "is_current": True,
        },
    ],
    "issue_assignee_interval": [
        {
            "issue_id": "10042",
            "position": 0,
            "assignee_id": "JIRAUSER1",
            "assignee": "Jo",
            "entered_at": CREATED,
            "author_id": "cy",
            "is_current": True,
        }
    ],
    "issue_key_alias": [
        {"old_key": "OPS-1", "issue_id": "10042", "key": "MKTG-7", "valid_until": MOVED}
    ],
    "project": [{"id": "1", "key": "MKTG", "name": "Marketing"}],
    "component": [{"id": "5", "project_id": "1", "name": "Web"}],
    "user": [
        {"id": "JIRAUSER1", "display_name": "Jo", "is_active": True, "account_type": "atlassian"},
        {"id": "cy", "display_name": "Cy", "is_active": True, "account_type": "atlassian"},
        {"id": "jd", "display_name": "Jo", "is_active": True, "account_type": "atlassian"},
    ],
    "field": [
        {
            "id": field_id,
            "name": name,
            "column_name": name,
            "is_custom": True,
            "is_array": False,
            "schema_type": type_,
        }
        for (name, field_id, _), type_ in zip(
            CUSTOM, ("number", "option", "user", "date", "any"), strict=True
        )
    ],
    "status": [
        {"id": "1", "name": "Open", "status_category": "undefined"},
        {"id": "3", "name": "Doing", "status_category": "indeterminate"},
    ],
}


def names(table):
    return [name for name, _ in contract.columns_of(table)]


def changed(table, row_number, **values):
    """All rows, one of them with other values."""
    rows = copy.deepcopy(ROWS)
    rows[table][row_number].update(values)
    return rows


def write_source(path, *issues):
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        for issue in issues:
            lines.write(json.dumps(issue) + "\n")


def write_warehouse(root, rows, run_id="r1", claimed=None):
    """Writes a run; `claimed` rows of issues by its manifest, if not as many as there are."""
    tables = {}
    for table, of_table in rows.items():
        file = root / table / "interval=x" / f"run={run_id}" / "s0000.avro"
        file.parent.mkdir(parents=True, exist_ok=True)
        full = [{**LINEAGE, "_run_id": run_id, **row} for row in of_table]
        with file.open("wb") as stream:
            fastavro.writer(stream, fastavro.parse_schema(schema(table)), full)
        count = len(of_table) if claimed is None or table != "issue" else claimed
        path, size = str(file.relative_to(root)), file.stat().st_size
        entry = {"path": path, "rows": count, "bytes": size, "schema": "x"}
        tables[table] = {"rows": count, "files": [entry]}
    manifest = {
        "run_id": run_id,
        "finished_at": "2026-11-24T06:00:00Z",
        "interval": {"from": "1970-01-01T00:00:00Z", "to": "2026-11-24T06:00:00Z"},
        "tables": tables,
    }
    path = root / "_sluice" / "runs" / run_id / "manifest.json"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(manifest), encoding="utf-8")
