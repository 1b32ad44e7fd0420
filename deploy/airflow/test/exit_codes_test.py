"""Every exit code of the program, and what becomes of the task that saw it."""

import unittest
from datetime import timedelta

import pendulum
from acme import Listener, alerts_go_to, dag_file, module, script

# Exit code -> state of the task, how often it was tried when one retry is allowed.
STATES = {
    0: ("success", 1),
    1: ("failed", 2),
    2: ("failed", 1),
    65: ("failed", 1),
    69: ("failed", 2),
    75: ("failed", 2),
    77: ("failed", 1),
    78: ("failed", 1),
    99: ("skipped", 1),
    130: ("failed", 1),
    143: ("failed", 1),
}


class ExitCodesTest(unittest.TestCase):
    def test_each_exit_code_leads_to_its_state(self):
        from airflow.sdk import DAG

        hook = Listener()
        self.addCleanup(hook.close)
        alerts_go_to(hook)
        local = module(dag_file("jira_local.py"))
        local.SLUICE = str(script("exits", 'exit "$1"'))
        quick = local.DEFAULTS | {"retries": 1, "retry_delay": timedelta(0)}
        with DAG(dag_id="exit_codes", schedule=None, default_args=quick) as dag:
            for code in STATES:
                local.SluiceOperator(task_id=f"exit_{code}", arguments=[str(code)])

        run = dag.test(logical_date=pendulum.datetime(2026, 11, 24))

        ended = {ti.task_id: (str(ti.state), ti.try_number) for ti in run.get_task_instances()}
        self.assertEqual(ended, {f"exit_{code}": state for code, state in STATES.items()})
        failed = sorted(f"exit_{code}" for code, state in STATES.items() if state[0] == "failed")
        told = sorted(body["text"].split(" ")[0].split(".")[1] for _, body in hook.received)
        self.assertEqual(told, failed, "one alert for each task that failed, after its last try")


if __name__ == "__main__":
    unittest.main()
