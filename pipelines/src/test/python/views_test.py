"""Shows what the views are taken to mean, on issues small enough to check by eye."""

import types
import unittest

import duckdb
import view_comparison
from catalogue import Catalogue
from history import History
from sluice_warehouse import Column, Warehouse
from views import DAY, Views

CATEGORIES = {"1": "new", "2": "indeterminate", "3": "done", "4": "indeterminate"}
# 2026-01-01, a Thursday.
NEW_YEAR = 20_454


def at(day, hours=0):
    """A moment of January 2026."""
    return (NEW_YEAR + day - 1) * DAY + hours * 3_600_000_000


def stamp(day, hours=0):
    return f"2026-01-{day:02}T{hours:02}:00:00.000+0000"


def status(number):
    category = {"key": CATEGORIES[number]}
    return {"id": number, "name": f"S{number}", "statusCategory": category}


def site():
    warehouse = Warehouse(["r1"])
    warehouse.columns["story_points"] = Column("story_points", "double", "customfield_1")
    warehouse.columns["sprint"] = Column("sprint", "json", "customfield_2")
    declared = {"is_custom": True, "is_array": False, "schema_items": None}
    warehouse.dimensions["field"] = {
        "customfield_1": {**declared, "name": "P", "schema_type": "number", "schema_custom": "x:f"},
        "customfield_2": {
            **declared,
            "name": "Sprint",
            "schema_type": "array",
            "schema_custom": "x:gh-sprint",
        },
    }
    warehouse.dimensions["status"] = {
        number: {"status_category": category} for number, category in CATEGORIES.items()
    }
    warehouse.dimensions["sprint"] = {
        "7": {"start_date": at(5), "complete_date": at(10)},
        "8": {"start_date": at(10), "complete_date": None},
        "9": {"start_date": None, "complete_date": None},
    }
    catalogue = Catalogue("datacenter", warehouse)
    return types.SimpleNamespace(edition="datacenter", catalogue=catalogue, warehouse=warehouse)


def issue(number, kind, now, *moves, **fields):
    """Moves: (day, field, from, to); a status by its number, sprints by theirs."""
    histories = [
        {
            "id": str(100 * number + position),
            "created": stamp(day),
            "items": [
                {
                    "field": "status",
                    "fieldtype": "jira",
                    "from": before,
                    "fromString": f"S{before}",
                    "to": after,
                    "toString": f"S{after}",
                }
                if field == "status"
                else {
                    "field": "Sprint",
                    "fieldtype": "custom",
                    "from": before,
                    "fromString": before,
                    "to": after,
                    "toString": after,
                }
            ],
        }
        for position, (day, field, before, after) in enumerate(moves)
    ]
    return {
        "id": str(number),
        "key": f"MK-{number}",
        "fields": {
            "created": stamp(1),
            "project": {"key": "MK"},
            "issuetype": {"name": kind, "subtask": kind == "Sub-task"},
            "status": status(now),
            "summary": f"Issue {number}",
            "assignee": {"key": "ann"},
            **fields,
        },
        "changelog": {"histories": histories},
    }


def sprint(number):
    return [{"id": number, "name": str(number), "state": "closed", "originBoardId": 1}]


def worklog(day, hours, spent):
    return {
        "id": "1",
        "author": {"key": "bob"},
        "started": stamp(day, hours),
        "timeSpentSeconds": spent,
    }


CAMPAIGN = issue(10, "Campaign", "3", (3, "status", "1", "2"), (9, "status", "2", "3"))
STORY = issue(
    11,
    "Story",
    "2",
    (4, "status", "1", "4"),
    (6, "status", "4", "3"),
    (8, "status", "3", "2"),
    (6, "sprint", "", "7"),
    (10, "sprint", "7", "7, 8"),
    parent={"id": "10"},
    customfield_1=3.0,
    customfield_2=sprint(7) + sprint(8),
    timeoriginalestimate=7200,
    duedate="2026-01-11",
    worklog={"worklogs": [worklog(4, 23, 1800), worklog(5, 0, 900)]},
)
SUBTASK = issue(12, "Sub-task", "1", parent={"id": "11"}, customfield_2=sprint(7))


class ViewsTest(unittest.TestCase):
    def setUp(self):
        place = site()
        self.views = Views(place, at(12))
        for one in (CAMPAIGN, STORY, SUBTASK):
            self.views.note(one, History(one, place))

    def test_campaign_is_found_two_levels_up(self):
        found = self.views.issue_campaign()
        self.assertEqual(["10"] * 3, [found[(one,)]["campaign_id"] for one in ("10", "11", "12")])

    def test_open_status_counts_up_to_the_last_interval_and_done_has_no_share(self):
        found = self.views.time_in_status()
        self.assertEqual(4 * 86400, found[("11", "2")]["seconds"])
        self.assertEqual(2 * 86400, found[("11", "3")]["seconds"])
        self.assertIsNone(found[("11", "3")]["share_of_lead_time"])
        self.assertAlmostEqual(4 / 9, found[("11", "2")]["share_of_lead_time"])

    def test_reopened_issue_keeps_the_first_time_it_was_done(self):
        row = self.views.cycle_time()[("11",)]
        self.assertEqual(
            (at(6), 1, 2 * 86400, False),
            (row["first_done_at"], row["reopened"], row["cycle_seconds"], row["is_done"]),
        )

    def test_story_added_to_a_running_sprint_is_carried_over(self):
        rows = self.views.sprint_velocity()
        self.assertEqual({("7",), ("8",)}, rows.keys())
        self.assertEqual(
            (0, 1, 3.0, 0, 1),
            tuple(
                rows[("7",)][name]
                for name in (
                    "committed_issues",
                    "added_issues",
                    "added_points",
                    "completed_issues",
                    "carried_over_issues",
                )
            ),
        )
        self.assertEqual(
            (1, None), (rows[("8",)]["committed_issues"], rows[("8",)]["carried_over_issues"])
        )

    def test_hours_count_in_the_week_of_the_due_day_and_of_the_work(self):
        # The fifth of January 2026 is a Monday.
        first, second = NEW_YEAR - 3, NEW_YEAR + 4
        self.assertEqual(
            {
                ("ann", second, "MK", "10"): {"planned_hours": 2.0, "actual_hours": 0.0},
                ("bob", first, "MK", "10"): {"planned_hours": 0.0, "actual_hours": 0.5},
                ("bob", second, "MK", "10"): {"planned_hours": 0.0, "actual_hours": 0.25},
            },
            self.views.resource_allocation(),
        )

    def test_campaign_has_the_work_below_it_up_to_its_launch(self):
        row = self.views.campaign_delivery()[("10",)]
        self.assertEqual(NEW_YEAR + 8, row["actual_launch"])
        # Six days itself, and the story from the eighth to the end of the day of the launch.
        self.assertEqual(("S2", 8.0), (row["costliest_status"], row["costliest_status_days"]))
        self.assertEqual(
            (1, 2.0, 0.75), (row["sprints_slipped"], row["planned_hours"], row["actual_hours"])
        )

    def test_campaign_has_a_row_a_day_until_it_launched(self):
        rows = self.views.campaign_day()
        self.assertEqual(list(range(NEW_YEAR, NEW_YEAR + 9)), sorted(day for _, day in rows))
        last = rows[("10", NEW_YEAR + 8)]
        self.assertEqual(
            ("S3", 0.75, True), (last["status"], last["hours_to_date"], last["is_launched"])
        )


class ComparisonTest(unittest.TestCase):
    def test_wrong_missing_and_surplus_rows_are_differences(self):
        wanted = {
            (one,): {
                "project_key": "MK",
                "campaign_id": None,
                "campaign_key": None,
                "campaign": None,
            }
            for one in ("1", "2", "3")
        }
        with duckdb.connect() as database:
            database.execute(
                "CREATE TABLE issue_campaign AS SELECT * FROM (VALUES ('1', 'MK'), ('2', 'OPS'),"
                " ('4', 'MK')) AS place(issue_id, project_key), (SELECT NULL::VARCHAR AS"
                " campaign_id, NULL::VARCHAR AS campaign_key, NULL::VARCHAR AS campaign)"
            )
            views = types.SimpleNamespace(issue_campaign=lambda: wanted)
            tally = view_comparison.compare(database, views, 3, ["issue_campaign"])[0]
        self.assertEqual((3, 3, 3), (tally.wanted, tally.found, tally.differences))
        self.assertEqual(8, tally.values)


if __name__ == "__main__":
    unittest.main()
