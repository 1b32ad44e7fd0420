"""The files import without a warning, as committed and as filled in."""

import subprocess
import sys
import unittest

from acme import DAGS, HOME, dag_file

FILES = ("jira_local.py", "jira_dataflow.py")


class ImportTest(unittest.TestCase):
    def test_no_file_warns_when_it_is_imported(self):
        for name in FILES:
            for file in (HOME / "deploy" / "airflow" / name, dag_file(name)):
                with self.subTest(file=file):
                    run = subprocess.run(
                        [sys.executable, "-W", "error", file], capture_output=True, text=True
                    )
                    self.assertEqual((run.returncode, run.stderr), (0, ""))

    def test_airflow_finds_the_dags_and_no_error(self):
        for name in FILES:
            dag_file(name)
        from airflow.dag_processing.dagbag import DagBag

        bag = DagBag(dag_folder=DAGS)
        self.assertEqual(bag.import_errors, {})
        self.assertEqual(bag.captured_warnings, {})
        self.assertEqual(
            sorted(bag.dags),
            ["jira_acme", "jira_acme_dataflow", "jira_acme_dataflow_sweep", "jira_acme_sweep"],
        )
        for dag in bag.dags.values():
            self.assertEqual({task.pool for task in dag.tasks}, {"jira_acme"})
            self.assertEqual(dag.max_active_runs, 1)
            self.assertTrue(all(task.on_failure_callback for task in dag.tasks))


if __name__ == "__main__":
    unittest.main()
