"""Three data intervals, one after the other, from the simulated Jira."""

import json
import unittest

import pendulum
from acme import CONFIG, SLUICE, TOKEN, WORK, Listener, alerts_go_to, dag_file, module, script, sluice


class IntervalsTest(unittest.TestCase):
    def setUp(self):
        self.hook = Listener()
        self.addCleanup(self.hook.close)
        alerts_go_to(self.hook)
        self.local = module(dag_file("jira_local.py"))
        self.dag = self.local.intervals
        self.told = WORK / "arguments"
        self.told.unlink(missing_ok=True)

    def run_of(self, day):
        """The run of the interval that ends with a day, which is what a test run takes."""
        return self.dag.test(logical_date=day)

    def test_three_intervals_load_what_changed_in_them(self):
        noting = f'printf "%s\\n" "$*" >>{self.told}\nexec {SLUICE} "$@"'
        self.local.SLUICE = str(script("noting", noting))
        end = pendulum.yesterday("UTC").at(2, 7)
        days = [end.subtract(days=days) for days in (2, 1, 0)]

        runs = [self.run_of(day) for day in days]

        for day, run in zip(days, runs, strict=True):
            states = {ti.task_id: str(ti.state) for ti in run.get_task_instances()}
            summary = self.xcom(run)
            interval = summary["interval"]
            self.assertEqual(interval["from"], day.subtract(days=1, minutes=20).to_iso8601_string())
            self.assertEqual(interval["to"], day.to_iso8601_string())
            nothing = summary["shards"]["issues_read"] == 0
            wanted = "skipped" if nothing else "success"
            self.assertEqual(states, {"load": wanted, "publish": wanted})
            self.assertEqual(summary["exit_code"], 99 if nothing else 0)
            if not nothing:
                self.assertEqual(self.published(run), [{"run_id": summary["run_id"], "watermark": None}])
        self.assertIn("success", {str(run.state) for run in runs})
        self.assertEqual(self.hook.received, [])
        loaded = json.loads(sluice("query", "SELECT count(*) AS n FROM issue", "--format", "json"))
        self.assertGreater(loaded["n"], 0)
        self.assertNotIn(TOKEN, self.told.read_text())
        self.assertNotIn(TOKEN, CONFIG.read_text())

    def test_a_run_that_the_database_does_not_have_is_not_published(self):
        no_database = f'case "$1" in query) echo nothing ;; *) exec {SLUICE} "$@" ;; esac'
        self.local.SLUICE = str(script("no_database", no_database))
        self.dag.task_dict["publish"].retries = 0

        run = self.dag.test(logical_date=pendulum.today("UTC").subtract(days=5).at(2, 7), run_conf={"full": True})

        states = {ti.task_id: str(ti.state) for ti in run.get_task_instances()}
        self.assertEqual(states, {"load": "success", "publish": "failed"})
        self.assertEqual(self.published(run), [])
        [(path, body)] = self.hook.received
        self.assertEqual(path, f"/hook/{TOKEN}")
        self.assertIn("jira_acme.publish failed", body["text"])
        self.assertIn("sluice warehouse rebuild", body["text"])

    def xcom(self, run):
        from airflow.models.xcom import XComModel
        from airflow.utils.session import create_session

        with create_session() as session:
            found = XComModel.get_many(
                run_id=run.run_id, dag_ids=run.dag_id, task_ids="load", key="return_value"
            )
            [row] = session.execute(found).scalars().all()
            return XComModel.deserialize_value(row)

    def published(self, run):
        from airflow.models.asset import AssetEvent
        from airflow.utils.session import create_session

        with create_session() as session:
            events = session.query(AssetEvent).filter_by(source_run_id=run.run_id)
            return [{k: v for k, v in e.extra.items() if k in ("run_id", "watermark")} for e in events]


if __name__ == "__main__":
    unittest.main()
