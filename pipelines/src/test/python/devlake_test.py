"""Shows that the comparison with DevLake counts what is explained and refuses what is not."""

import csv
import gzip
import io
import json
import tempfile
import unittest
from pathlib import Path

import devlake
import small_warehouse

ANSWERS = {
    "sprints": [{"id": 7, "name": "Seven", "state": "closed", "originBoardId": 8}],
    "status": [{"id": "1", "name": "Open"}, {"id": "2", "name": "Own"}],
    "worklogs": [{"id": "5", "issueId": "10042", "timeSpentSeconds": 60}],
    "users": [{"accountId": "a", "displayName": "Ann", "emailAddress": devlake.MASKED}],
    "projects": [{"id": "1", "key": "MK", "name": "Marketing"}],
    "issue_types": [{"id": "3", "name": "Task"}],
}
ROWS = {
    "issue": [{"id": "10042", "key": "MK-10042", "updated": 1000000}],
    "sprint": [{"id": "7", "name": "Seven", "state": "closed", "board_id": "8", "end_date": 5000}],
    "status": [
        {"id": "1", "name": "Open", "status_category": "new"},
        {"id": "2", "name": "Own", "project_id": "1"},
    ],
    "worklog": [{"id": "5", "issue_id": "10042", "time_spent_seconds": 60}],
    "user": [{"id": "a", "display_name": "Ann", "email": devlake.MASKED}],
}
EXPECTED = {
    "sprints": {
        "sprint_id": "7",
        "state": "closed",
        "name": "Seven",
        "start_date": "",
        "end_date": "1970-01-01T01:00:00.005+01:00",
        "complete_date": "",
        "origin_board_id": "8",
        "self": "x",
    },
    "statuses": {"id": "1", "name": "Open", "status_category": "new"},
    "worklogs": {
        "worklog_id": "5",
        "issue_id": "10042",
        "author_id": "",
        "update_author_id": "",
        "time_spent_seconds": "60",
        "updated": "",
        "started": "",
        "issue_updated": "1970-01-01T00:00:01.000+00:00",
        "time_spent": "1m",
    },
    "accounts": {
        "account_id": "a",
        "account_type": "",
        "name": "Ann",
        "email": "ann@example.com",
        "timezone": "",
        "avatar_url": "x",
    },
}


class DevLakeTest(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.corpus = Path(scratch.name)
        asked = {"issue_id": 10042, "update_time": "1970-01-01T00:00:01Z"}
        for name, answers in ANSWERS.items():
            path = self.corpus / f"devlake_raw_{name}.jsonl.gz"
            with gzip.open(path, "wt", encoding="utf-8") as lines:
                for answer in answers:
                    lines.write(json.dumps({"input": asked, "data": answer}) + "\n")

    def compare(self, expected, rows):
        (self.corpus / "devlake_expected").mkdir()
        for name, row in expected.items():
            path = self.corpus / "devlake_expected" / f"_tool_jira_{name}.csv"
            with path.open("w", encoding="utf-8", newline="") as lines:
                writer = csv.DictWriter(lines, list(row))
                writer.writeheader()
                writer.writerow(row)
        small_warehouse.write_warehouse(self.corpus, rows)
        out = io.StringIO()
        code = devlake.main(
            ["compare", str(self.corpus), "--edition", "cloud", "--warehouse", str(self.corpus)],
            out,
        )
        return code, out.getvalue()

    def test_answers_become_issues_that_hold_them_as_they_are(self):
        made = list(devlake.issues(self.corpus))
        self.assertEqual(ANSWERS["status"], [one["fields"]["status"] for one in made])
        self.assertEqual(ANSWERS["worklogs"], made[0]["fields"]["worklog"]["worklogs"])
        self.assertEqual(ANSWERS["sprints"], made[0]["fields"][devlake.SPRINTS])
        self.assertEqual(("10042", "MK-10042"), (made[0]["id"], made[0]["key"]))

    def test_what_is_explained_is_counted(self):
        code, text = self.compare(EXPECTED, ROWS)
        self.assertEqual(0, code, text)
        self.assertIn(f"1 {devlake.TEAM_MANAGED}", text)
        self.assertIn(f"1 {devlake.NO_ADDRESS}", text)
        self.assertIn(" 0 other differences", text)

    def test_instant_that_differs_is_not_explained(self):
        wrong = {**EXPECTED["sprints"], "end_date": "1970-01-01T00:00:00.006+00:00"}
        code, text = self.compare({**EXPECTED, "sprints": wrong}, ROWS)
        self.assertEqual(1, code)
        self.assertIn("sprints end_date: DevLake 6000, Sluice 5000", text)

    def test_row_that_is_missing_and_one_too_many_are_not_explained(self):
        status = {"id": "4", "name": "Four"}
        code, text = self.compare(EXPECTED, {**ROWS, "worklog": [], "status": [status]})
        self.assertEqual(1, code)
        for words in ("worklogs 5 is missing", "statuses 4 is unknown", "statuses 1 is missing"):
            self.assertIn(words, text)


if __name__ == "__main__":
    unittest.main()
