"""Shows what histories are taken to mean, on changelogs small enough to check by eye."""

import types
import unittest

from catalogue import Catalogue, in_order
from history import History
from sluice_warehouse import Column, Warehouse

ITEM = ("field", "fieldtype", "from", "fromString", "to", "toString")
SPRINT = "com.x.Sprint@1[id={},rapidViewId=3,state=CLOSED,name={},endDate=<null>,goal=]"


def site(edition="datacenter", **kinds):
    """A site whose custom fields are named by number: `f1=(schema type, items, kind)`."""
    warehouse = Warehouse(["r1"])
    declared = warehouse.dimensions["field"] = {}
    for name, (type_, items, kind) in kinds.items():
        field_id = "customfield_" + name[1:]
        warehouse.columns[name] = Column(name, "string", field_id)
        declared[field_id] = {
            "name": name,
            "is_custom": True,
            "is_array": type_ == "array",
            "schema_type": type_,
            "schema_items": items,
            "schema_custom": f"x:{kind}",
        }
    warehouse.dimensions["status"] = {"1": {"status_category": "new"}}
    catalogue = Catalogue(edition, warehouse)
    return types.SimpleNamespace(edition=edition, catalogue=catalogue, warehouse=warehouse)


def history(fields, *changes, **kinds):
    """Changes: (day of January, field, type, from, fromString, to, toString)."""
    histories = [
        {
            "id": str(100 + number),
            "created": f"2026-01-{day:02}T00:00:00.000+0000",
            "author": {"key": "ann"},
            "items": [dict(zip(ITEM, item, strict=True))],
        }
        for number, (day, *item) in enumerate(changes)
    ]
    issue = {
        "id": "10",
        "key": "MK-1",
        "fields": {"created": "2026-01-01T00:00:00.000+0000", "creator": {"key": "cy"}, **fields},
        "changelog": {"histories": histories},
    }
    return History(issue, site(**kinds))


def at_creation(read):
    return {one.field_id: one.after for one in read.at_creation if one.field_id != "issuekey"}


class HistoryTest(unittest.TestCase):
    def test_value_at_creation_is_what_the_first_change_replaced(self):
        read = history(
            {"summary": "C"},
            (3, "summary", "jira", None, "B", None, "C"),
            (2, "summary", "jira", None, "A", None, "B"),
        )
        self.assertEqual({"summary": (None, "A")}, at_creation(read))
        self.assertEqual({}, read.inexact)

    def test_value_that_never_changed_was_there_at_creation_but_for_rich_text(self):
        read = history(
            {
                "priority": {"id": "2", "name": "High"},
                "description": "Long",
                "duedate": "2026-03-01",
                "customfield_9": 8.50,
                "customfield_10": [{"id": "5", "value": "A"}, {"id": "6", "value": "B"}],
                "customfield_11": {"id": "5", "value": "A", "child": {"id": "6", "value": "B"}},
                "customfield_12": {"any": "thing"},
                "customfield_13": "0|i0003r:",
            },
            f9=("number", None, "float"),
            f10=("array", "option", "multiselect"),
            f11=("option-with-child", None, "cascadingselect"),
            f12=("any", None, "app"),
            f13=("any", None, "gh-lexo-rank"),
        )
        self.assertEqual(
            {
                "customfield_9": (None, "8.5"),
                "customfield_10": ("[5, 6]", "A,B"),
                "customfield_11": (None, "Parent values: A(5)Level 1 values: B(6)"),
                "duedate": ("2026-03-01", "2026-03-01 00:00:00.0"),
                "priority": ("2", "High"),
            },
            at_creation(read),
        )
        order = [row["field_id"] for row in read.field_history()]
        self.assertEqual(sorted(order, key=in_order), order)

    def test_members_are_followed_one_by_one(self):
        read = history(
            {"fixVersions": [{"id": "1", "name": "1.0"}, {"id": "3", "name": "3.0"}]},
            (2, "Fix Version", "jira", "2", "2.0", None, None),
            (3, "Fix Version", "jira", None, None, "3", "3.0"),
        )
        members = [one.after for one in read.at_creation if one.field_id == "fixVersions"]
        self.assertEqual([("2", "2.0"), ("1", "1.0")], members)
        self.assertEqual({}, read.inexact)

    def test_reasons_for_which_a_history_does_not_end_as_the_issue_is(self):
        web = {"components": [{"id": "9", "name": "Web"}]}
        added = (2, "Component", "jira", None, None, "1", "Web")
        lost = history(web, added)
        self.assertIn("members came or went", lost.inexact["components"])
        imported = history(web, added, (3, "ProjectImport", "jira", "", "", "12", "Thursday"))
        self.assertIn("since a project import", imported.inexact["components"])
        emptied = history({"assignee": None}, (2, "assignee", "jira", None, None, "bob", "Bob"))
        self.assertIn("empty now", emptied.inexact["assignee"])
        changed = history({"status": {"id": "3"}}, (2, "status", "jira", "1", "Open", "2", "Doing"))
        self.assertIn("another value now", changed.inexact["status"])

    def test_intervals_leave_no_gap_and_end_at_the_current_value(self):
        read = history(
            {"status": {"id": "1", "name": "Renamed"}},
            (4, "status", "jira", "2", "Doing", "1", "Open"),
            (2, "status", "jira", "1", "Open", "2", "Doing"),
            (3, "status", "jira", "2", "Doing", "2", "Doing"),
        )
        rows = read.status_intervals()
        self.assertEqual(["Open", "Doing", "Renamed"], [row["status"] for row in rows])
        self.assertEqual([86_400, 2 * 86_400, None], [row["seconds"] for row in rows])
        self.assertEqual([row["left_at"] for row in rows[:2]], [r["entered_at"] for r in rows[1:]])
        self.assertEqual([False, False, True], [row["is_current"] for row in rows])
        self.assertEqual(["cy", "ann", "ann"], [row["author_id"] for row in rows])

    def test_sprints_are_left_only_by_removal(self):
        read = history(
            {"customfield_1": [SPRINT.format(5, "Five"), SPRINT.format(7, "Seven")]},
            (2, "f1", "custom", "5", "Five", "5, 6", "Five, Six"),
            (3, "f1", "custom", "5, 6", "Five, Six", "5, 7", "Five, Seven"),
            f1=("array", "json", "gh-sprint"),
        )
        rows = read.sprint_intervals()
        self.assertEqual(
            [("5", "Five", True), ("6", "Six", False), ("7", "Seven", True)],
            [(row["sprint_id"], row["sprint"], row["is_current"]) for row in rows],
        )
        self.assertEqual(rows[1]["removed_at"], rows[2]["added_at"])

    def test_key_is_an_alias_until_it_was_lost_the_last_time(self):
        read = history(
            {},
            (2, "Key", "jira", None, "A-1", None, "MK-1"),
            (3, "Key", "jira", None, "MK-1", None, "A-1"),
            (4, "Key", "jira", None, "A-1", None, "MK-1"),
        )
        (alias,) = read.key_aliases()
        self.assertEqual(("A-1", "MK-1"), (alias["old_key"], alias["key"]))
        self.assertEqual(read.changes[2].time, alias["valid_until"])

    def test_custom_field_is_known_by_its_name_if_no_other_has_it(self):
        change = (2, "f1", "custom", None, "a", None, "b")
        known = history({"customfield_1": "b"}, change, f1=("string", None, "textfield"))
        self.assertEqual("customfield_1", known.changes[0].field_id)
        self.assertIsNone(history({}, change).changes[0].field_id)


if __name__ == "__main__":
    unittest.main()
