"""A backfill of a week by Airflow's scheduler; one interval fails, is repaired, and nothing differs."""

import json
import os
import socket
import subprocess
import time
import unittest

import duckdb
import pendulum
from acme import CONFIG, SLUICE, TOKEN, WORK, Listener, alerts_go_to, dag_file, script, sluice

PATIENCE = 1800  # Seconds until a stuck scheduler fails the test.


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class BackfillTest(unittest.TestCase):
    def setUp(self):
        self.hook = Listener()
        self.addCleanup(self.hook.close)
        alerts_go_to(self.hook)
        port = free_port()
        self.environment = os.environ | {
            "AIRFLOW__CORE__EXECUTION_API_SERVER_URL": f"http://127.0.0.1:{port}/execution/",
        }
        self.start("api-server", "--host", "127.0.0.1", "--port", str(port), "--workers", "1")
        self.start("scheduler")
        self.start("dag-processor")

    def start(self, *arguments):
        log = (WORK / f"{arguments[0]}.log").open("w")
        process = subprocess.Popen(
            ["airflow", *arguments], stdout=log, stderr=log, env=self.environment
        )
        self.addCleanup(log.close)
        self.addCleanup(self.end, process)

    def end(self, process):
        process.terminate()
        try:
            process.wait(timeout=60)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def airflow(self, *arguments):
        return subprocess.run(
            ["airflow", *arguments], check=True, capture_output=True, text=True, env=self.environment
        ).stdout

    def until(self, what, condition):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            found = condition()
            if found:
                return found
            time.sleep(5)
        logs = "\n".join(file.read_text()[-2000:] for file in WORK.glob("*.log"))
        self.fail(f"{what} did not happen:\n{logs}")

    def backfill(self, first, last, behaviour):
        self.airflow(
            *("backfill", "create", "--dag-id", "jira_acme", "--max-active-runs", "1"),
            *("--from-date", str(first), "--to-date", str(last), "--reprocess-behavior", behaviour),
        )

    def states(self):
        """The states of the backfilled runs, by the day on which their interval begins."""
        listed = json.loads(self.airflow("dags", "list-runs", "jira_acme", "--output", "json"))
        runs = [run for run in listed if run["run_id"].startswith("backfill")]
        return {run["logical_date"][:10]: run["state"] for run in runs}

    def ended(self, wanted):
        def look():
            states = self.states()
            over = len(states) == wanted and set(states.values()) <= {"success", "failed"}
            return states if over else None

        return self.until("the end of the backfill", look)

    def test_a_week_with_a_repaired_interval_equals_one_run(self):
        first = pendulum.today("UTC").subtract(days=8).at(2, 7)
        last = first.add(days=6)
        bad = first.add(days=3)
        mended = WORK / "mended"
        # While it lasts, one interval finds no secret; nothing else is made up here.
        begins = bad.subtract(minutes=20).strftime("%Y-%m-%dT%H:%M")
        command = script(
            "sluice_without_secret",
            f'case "$*" in *--from={begins}*) [ -e {mended} ] || unset JIRA_TOKEN ;; esac\n'
            f'exec {SLUICE} "$@"',
        )
        warehouse = WORK / "by_intervals"
        config = WORK / "backfill.yaml"
        config.write_text(CONFIG.read_text().replace(f"{WORK}/warehouse", str(warehouse)))
        file = dag_file("jira_local.py", pendulum.today("UTC").to_date_string())
        text = file.read_text().replace(f'CONFIG = "{CONFIG}"', f'CONFIG = "{config}"')
        lines = [f'SLUICE = "{command}"' if line.startswith("SLUICE =") else line for line in text.splitlines()]
        file.write_text("\n".join(lines))
        self.airflow("pools", "set", "jira_acme", "1", "One reader of this Jira at a time")
        self.until("the DAG", lambda: "jira_acme" in self.airflow("dags", "list", "--output", "plain"))

        self.backfill(first, last, "none")
        states = self.ended(7)
        failed = [day for day, state in states.items() if state == "failed"]
        self.assertEqual(failed, [bad.to_date_string()])
        [(_, alert)] = self.hook.received
        self.assertIn("jira_acme.load failed", alert["text"])
        self.assertIn("Exit code 77", alert["text"])

        mended.touch()
        self.backfill(first, last, "failed")
        self.assertEqual(set(self.until("the repair", self.all_succeeded).values()), {"success"})

        whole = WORK / "by_one_run"
        bounds = (f"--from={first.subtract(minutes=20).isoformat()}", f"--to={last.add(days=1).isoformat()}")
        sluice("run", *bounds, f"--output-path={whole}")
        self.assertEqual(self.differences(warehouse, whole), {})
        self.assert_secret_is_nowhere()

    def all_succeeded(self):
        states = self.states()
        return states if set(states.values()) == {"success"} else None

    def differences(self, one, other):
        """Tables whose rows differ, leaving out which run read them and when."""
        connection = duckdb.connect()
        for name, folder in (("a", one), ("b", other)):
            connection.execute(f"ATTACH '{folder}/warehouse.duckdb' AS {name} (READ_ONLY)")
        tables = [
            table
            for (table,) in connection.execute(
                "SELECT table_name FROM duckdb_tables() WHERE database_name = 'a'"
                " AND NOT starts_with(table_name, '_')"
            ).fetchall()
        ]
        self.assertIn("issue", tables)
        self.assertGreater(connection.execute("SELECT count(*) FROM a.issue").fetchone()[0], 0)
        different = {}
        for table in tables:
            rows = {
                name: f"SELECT * EXCLUDE (_run_id, _shard_id, _read_at) FROM {name}.{table}"
                for name in "ab"
            }
            counts = [
                connection.execute(f"SELECT count(*) FROM ({rows[x]} EXCEPT ALL {rows[y]})").fetchone()[0]
                for x, y in ("ab", "ba")
            ]
            if any(counts):
                different[table] = counts
        return different

    def assert_secret_is_nowhere(self):
        """Neither in Airflow's database and logs nor in what was written by a run."""
        places = [file for file in WORK.rglob("*") if file.is_file() and TOKEN.encode() in file.read_bytes()]
        self.assertEqual(places, [])


if __name__ == "__main__":
    unittest.main()
