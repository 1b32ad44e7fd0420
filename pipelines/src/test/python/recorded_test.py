"""Tests the scripts that prepare recorded answers and count requests."""

import json
import tempfile
import unittest
from pathlib import Path

import gather_children
import recorded_names
import small_warehouse
from count_requests import kind_of


def issue(number, theme, changes=()):
    items = [
        {"field": name, "fieldtype": "custom", "to": None, "toString": text}
        for name, text in changes
    ]
    stamp = f"2026-01-{number:02}T00:00:00.000+0000"
    return {
        "id": str(number),
        "key": f"MK-{number}",
        "fields": {
            "created": stamp,
            "updated": stamp,
            "customfield_1": theme,
            "customfield_2": {"value": "Same"},
            "comment": {"comments": [{"id": str(number)}]},
        },
        "changelog": {"histories": [{"id": str(number), "created": stamp, "items": items}]},
    }


class RecordedTest(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.file = Path(scratch.name) / "issues.jsonl.gz"

    def test_name_belongs_to_the_field_that_holds_what_was_set(self):
        themes = [{"value": f"Theme {number}", "id": str(number)} for number in range(6)]
        issues = [
            issue(number + 1, theme, [("Theme", theme["value"]), ("Other", "Same")])
            for number, theme in enumerate(themes)
        ]
        small_warehouse.write_source(self.file, *issues)
        found = recorded_names.names([self.file])
        self.assertEqual({"customfield_1": "Theme", "customfield_2": "Other"}, found)

    def test_name_that_is_seen_too_seldom_is_not_guessed(self):
        small_warehouse.write_source(self.file, issue(1, {"value": "A"}, [("Theme", "A")]))
        self.assertEqual({}, recorded_names.names([self.file]))

    def test_children_are_gathered_twice_as_many_each_time(self):
        small_warehouse.write_source(self.file, *(issue(number, None) for number in range(1, 8)))
        gathered = list(gather_children.gather([self.file]))
        self.assertEqual(["MK-1", "MK-2", "MK-4"], [one["key"] for one in gathered])
        for one, count in zip(gathered, (1, 2, 4), strict=True):
            self.assertEqual(count, len(one["changelog"]["histories"]))
            self.assertEqual(count, one["fields"]["comment"]["total"])
        self.assertIn("2026-01-07", json.dumps(gathered[2]["fields"]["updated"]))

    def test_requests_are_told_apart_by_what_they_ask(self):
        for wanted, method, target, body in (
            ("search", "POST", "/rest/api/3/search/jql", '{"jql": "x", "maxResults": 100}'),
            ("count", "POST", "/rest/api/3/search/approximate-count", '{"jql": "x"}'),
            ("search", "GET", "/jira/rest/api/2/search?jql=x&maxResults=100", ""),
            ("count", "GET", "/jira/rest/api/2/search?jql=x&maxResults=0", ""),
            ("count", "POST", "/jira/rest/api/2/search", '{"jql": "x", "maxResults": 0}'),
            ("changelog", "POST", "/rest/api/3/changelog/bulkfetch", "{}"),
            ("comment", "GET", "/rest/api/3/issue/10/comment?startAt=0", ""),
            ("worklog", "GET", "/rest/api/2/issue/10/worklog", ""),
            ("probe", "GET", "/rest/api/3/serverInfo", ""),
            ("dimension", "GET", "/rest/api/3/project/search", ""),
        ):
            self.assertEqual(wanted, kind_of(method, target, body.encode()), target)


if __name__ == "__main__":
    unittest.main()
