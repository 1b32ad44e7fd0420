"""Proves that the comparison passes a right warehouse and notices each way of being wrong.

    python3 -m unittest discover -s pipelines/src/test/python -p "*_test.py"
"""

import copy
import io
import json
import tempfile
import unittest
from pathlib import Path

import small_warehouse
from compare_with_source import main
from jira_source import instant, sprint_object
from small_warehouse import ISSUE, ROWS, SOURCE, changed


def other_than(value):
    if isinstance(value, bool):
        return not value
    return value + 1 if isinstance(value, int) else f"not {value}"


class CompareWithSource(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.root = Path(scratch.name)
        self.source = self.root / "issues.jsonl.gz"
        small_warehouse.write_source(self.source, SOURCE)

    def warehouse(self, rows, **run):
        small_warehouse.write_warehouse(self.root, rows, **run)

    def compare(self, edition="cloud"):
        out = io.StringIO()
        arguments = ["--edition", edition, "--warehouse", str(self.root), str(self.source)]
        return main(arguments, out), out.getvalue()

    def require_wrong(self, rows, *words):
        self.setUp()
        self.warehouse(rows)
        code, text = self.compare()
        self.assertEqual(1, code, text)
        for word in words:
            self.assertIn(word, text)

    def test_right_warehouse_passes(self):
        self.warehouse(ROWS)
        code, text = self.compare()
        self.assertEqual(0, code, text)
        self.assertIn(" 0 differences, 0 other problems", text)
        self.assertIn("1 of 1 issues replay exactly", text)

    def test_every_wrong_value_of_an_issue_is_noticed(self):
        wrong = {
            "key": "MKTG-8",
            "summary": None,
            "description": "One two",
            "created": ISSUE["created"] + 1000,
            "due_date": ISSUE["due_date"] - 1,
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
                self.require_wrong(changed("issue", 0, **{column: value}))

    def test_every_wrong_value_of_another_table_is_noticed(self):
        for table, rows in ROWS.items():
            for column in () if table in ("issue", "field") else rows[0]:
                with self.subTest(table=table, column=column):
                    wrong = other_than(rows[0][column])
                    self.require_wrong(changed(table, 0, **{column: wrong}))

    def test_missing_row_and_one_too_many_are_noticed(self):
        for table in ROWS:
            with self.subTest(table=table):
                self.require_wrong({**ROWS, table: ROWS[table][1:]})
                more = copy.deepcopy(ROWS[table][0])
                more.update({"id": "77"} if "id" in more else {"position": 7, "item": 77})
                if table == "issue_key_alias":
                    more["old_key"] = "OPS-2"
                if table != "field":
                    known = {one: more[one] for one in more if one in small_warehouse.names(table)}
                    self.require_wrong({**ROWS, table: [*ROWS[table], known]})

    def test_row_twice_is_noticed(self):
        for table in ROWS:
            with self.subTest(table=table):
                twice = {**ROWS, table: [*ROWS[table], ROWS[table][0]]}
                self.require_wrong(twice, "duplicate: ")

    def test_child_of_another_reading_of_the_issue_is_noticed(self):
        self.require_wrong(changed("comment", 0, _read_at=1), "_read_at is not that of the issue")

    def test_table_with_other_columns_than_the_contract_is_noticed(self):
        lists = small_warehouse.contract.TABLES
        self.addCleanup(lists.__setitem__, "worklog", lists["worklog"])
        self.warehouse(ROWS)
        lists["worklog"] = ("id", lists["worklog"][1] + " billed:boolean")
        code, text = self.compare()
        self.assertEqual(1, code)
        self.assertIn("table worklog has not the columns of the contract", text)

    def test_history_that_does_not_end_as_the_issue_is_must_be_counted(self):
        source = copy.deepcopy(SOURCE)
        source["changelog"]["histories"][0]["items"][0].update(to="4", toString="Done")
        small_warehouse.write_source(self.source, source)
        self.warehouse(ROWS)
        code, text = self.compare()
        self.assertEqual(1, code)
        self.assertIn("0 of 1 issues replay exactly", text)
        self.assertIn("1 status: another value now, without a change to it (MKTG-7)", text)
        self.assertIn("1 histories do not end as the issue is, _shard counts 0", text)

    def test_field_found_nowhere_is_noticed(self):
        extra = json.dumps({"customfield_10004": "not a day"})
        self.require_wrong(changed("issue", 0, extra=extra), "flagged = True")

    def test_restriction_that_restricts_somebody_is_data(self):
        source = copy.deepcopy(SOURCE)
        source["fields"]["issuerestriction"]["issuerestrictions"] = {"projectrole": [{"id": 1}]}
        small_warehouse.write_source(self.source, source)
        self.warehouse(ROWS)
        code, text = self.compare()
        self.assertEqual(1, code)
        self.assertIn("issuerestriction", text)

    def test_value_that_fits_must_not_hide_in_extra(self):
        extra = json.loads(ISSUE["extra"]) | {"customfield_10001": 12.5}
        self.require_wrong(changed("issue", 0, budget=None, extra=json.dumps(extra)))

    def test_missing_issue_is_noticed(self):
        self.require_wrong({**ROWS, "issue": []}, "missing: MKTG-7")

    def test_issue_that_the_source_does_not_have_is_noticed(self):
        self.require_wrong({**ROWS, "issue": [ISSUE, {**ISSUE, "id": "9"}]}, "extra: issue 9")

    def test_row_count_of_the_manifest_is_checked(self):
        self.warehouse(ROWS, claimed=2)
        self.assertEqual(1, self.compare()[0])

    def test_newest_run_of_an_interval_counts(self):
        self.warehouse(changed("issue", 0, summary="old"), run_id="r0")
        self.warehouse(ROWS)
        code, text = self.compare()
        self.assertEqual(0, code, text)

    def test_text_of_data_center_is_compared_exactly(self):
        same_json = json.dumps({"a": [1, 2.5], "who": {"key": "jd", "displayName": "Jo"}})
        self.warehouse(changed("issue", 0, odd=same_json))
        code, text = self.compare("datacenter")
        self.assertEqual(1, code)
        self.assertIn("MKTG-7 body: source 'Go\\r\\nnow', table 'Go\\nnow'", text)
        self.assertIn(
            "MKTG-7: source 'One\\r\\n\\r\\ntwo  three', column 'One\\n\\ntwo three'", text
        )

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
