"""Loads Jira into a warehouse, interval by interval, on the worker that runs the task.

Copy this file into the folder of the DAGs, change the three lines below, and make what they name:

    airflow pools set jira_SITE 1 "One reader of this Jira at a time"
    airflow connections add SITE_jira_token --conn-type generic --conn-password ...
    airflow connections add sluice_alerts --conn-type generic --conn-password https://hooks...

The second is the secret that sluice.yaml names as env:JIRA_TOKEN; with a secrets backend it lies
there and not in Airflow. The third is the address of a webhook that takes {"text": ...}, such as
Slack's; without it, alerts stand in the log only.
"""

from __future__ import annotations

import json
import os
import tempfile
import urllib.request
from datetime import timedelta
from pathlib import Path

import pendulum
from airflow.providers.standard.hooks.subprocess import SubprocessHook
from airflow.sdk import (
    DAG,
    Asset,
    BaseOperator,
    Connection,
    CronDataIntervalTimetable,
    CronTriggerTimetable,
    Param,
    task,
)
from airflow.sdk.exceptions import (
    AirflowException,
    AirflowFailException,
    AirflowNotFoundException,
    AirflowSkipException,
)

# change: site
SITE = "acme"  # jira.site of sluice.yaml: names the DAGs, the pool and the asset
# change: config
CONFIG = "/etc/sluice/sluice.yaml"
# change: start
START = pendulum.datetime(2026, 1, 1, tz="UTC")  # what changed before is the first load's

# What stays as it is where these are usual.
# change: command
SLUICE = "/opt/sluice/sluice"
# change: cron
SCHEDULE = CronDataIntervalTimetable("7 * * * *", timezone="UTC")
SECRETS = {  # a variable that sluice.yaml names -> the connection whose password it is
    # each: secret, site
    "JIRA_TOKEN": "acme_jira_token",
}
# change: database
DATABASE = True  # whether local-warehouse of sluice.yaml is duckdb
ALERTS = "sluice_alerts"

# Twice the horizon of sluice.yaml: Jira's index may be one behind its database, and the watermark
# stays one behind the clock. Each interval reads that far back, so that nothing falls between two.
OVERLAP = timedelta(minutes=20)
RETRYABLE = {1, 69, 75}  # a bug, Jira or the output unavailable, another run holds the lock
NOTHING_NEW = 99

WAREHOUSE = Asset(name=f"jira_{SITE}", uri=f"x-sluice://{SITE}/warehouse")


class SluiceOperator(BaseOperator):
    """Starts sluice without a shell; its summary is the task's XCom, however it ended.

    Exit codes: 0 succeeds, 99 skips, 1, 69 and 75 are tried again, all others fail at once.
    """

    template_fields = ("arguments",)

    def __init__(self, *, arguments, **kwargs):
        super().__init__(**kwargs)
        self.arguments = arguments
        self.process = SubprocessHook()

    def execute(self, context):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, "summary.json")
            # An option that is empty for this interval is none.
            arguments = [argument for argument in self.arguments if argument]
            command = [SLUICE, *arguments, "--config", CONFIG, "--summary-file", str(file)]
            code = self.process.run_command(command, env=environment()).exit_code
            summary = json.loads(file.read_text()) if file.exists() else {}
        context["ti"].xcom_push("return_value", summary)
        if code == NOTHING_NEW:
            raise AirflowSkipException("nothing new")
        if code != 0:
            error = summary.get("error") or {"message": "No summary was left.", "hint": "see the log"}
            told = f"{error['message']} Exit code {code}. What to do: {error['hint']}"
            raise (AirflowException if code in RETRYABLE else AirflowFailException)(told)

    def on_kill(self):
        self.process.send_sigterm()


def environment():
    """The worker's environment without what Airflow keeps there, and with the secrets."""
    inherited = {name: value for name, value in os.environ.items() if "AIRFLOW" not in name}
    try:
        return inherited | {name: Connection.get(id_).password for name, id_ in SECRETS.items()}
    except AirflowNotFoundException as e:
        raise AirflowFailException(f"A secret is missing: {e}") from None


def alert(context):
    """Tells what failed once all its tries are used up, what is missing, and what to do."""
    ti = context["ti"]
    loaded = context.get("prev_data_interval_end_success")
    text = (
        f"{ti.dag_id}.{ti.task_id} failed: {context.get('exception')}\n"
        f"The warehouse has what changed until {loaded or 'the first load'}. Log: {ti.log_url}"
    )
    try:
        address = Connection.get(ALERTS).password
        body = json.dumps({"text": text}).encode()
        headers = {"Content-Type": "application/json"}
        request = urllib.request.Request(address, data=body, headers=headers)
        with urllib.request.urlopen(request, timeout=30):
            pass
    except Exception as e:  # An alert that cannot be delivered changes nothing else.
        # The address is a secret, and some exceptions repeat it.
        ti.log.error("The alert was not delivered (%s): %s", type(e).__name__, text)


DEFAULTS = {
    "pool": f"jira_{SITE}",
    "retries": 4,
    "retry_delay": timedelta(minutes=5),
    "retry_exponential_backoff": True,
    "max_retry_delay": timedelta(hours=1),
    "execution_timeout": timedelta(hours=12),
    "on_failure_callback": alert,
}

with DAG(
    dag_id=f"jira_{SITE}",
    description="What changed in Jira, one data interval a run",
    schedule=SCHEDULE,
    start_date=START,
    catchup=True,  # An interval that is left out is a gap.
    max_active_runs=1,
    default_args=DEFAULTS,
    params={"full": Param(False, type="boolean", description="Load everything, not an interval")},
    user_defined_macros={"overlap": OVERLAP},
    tags=["sluice"],
) as intervals:
    load = SluiceOperator(
        task_id="load",
        arguments=[
            "run",
            "--skip-exit-code",
            "{% if params.full %}--full{% else %}"
            "--from={{ (data_interval_start - overlap).isoformat() }}{% endif %}",
            "{% if not params.full %}--to={{ data_interval_end.isoformat() }}{% endif %}",
        ],
    )

    @task(outlets=[WAREHOUSE])
    def publish(summary, *, outlet_events):
        """Publishes the asset if what people read has the run, and all of it."""
        run_id = summary["run_id"]
        sql = f"SELECT status FROM _run WHERE run_id = '{run_id}'"
        in_database = ["query", sql, "--format", "json"]
        in_files = ["runs", "show", run_id, "--output", "json"]
        command = [SLUICE, *(in_database if DATABASE else in_files), "--quiet", "--config", CONFIG]
        answer = SubprocessHook().run_command(command, env=environment())
        if answer.exit_code != 0 or not answer.output.startswith("{"):
            raise AirflowException(
                f"Run {run_id} is not in the database yet. If another program has it open, close"
                " it; 'sluice warehouse rebuild' catches up at once, the next run does it too."
            )
        status = json.loads(answer.output)["status"]
        if status != "ok":
            raise AirflowFailException(f"Run {run_id} is {status}: see 'sluice runs show {run_id}'")
        outlet_events[WAREHOUSE].extra = {"run_id": run_id, "watermark": summary["watermark"]}

    publish(load.output)

with DAG(
    dag_id=f"jira_{SITE}_sweep",
    description="What was deleted, moved, archived or hidden in Jira",
    schedule=CronTriggerTimetable("37 3 * * 0", timezone="UTC"),
    start_date=START,
    catchup=False,  # One census is as good as many.
    max_active_runs=1,
    default_args=DEFAULTS,
    tags=["sluice"],
) as sweeps:
    SluiceOperator(task_id="sweep", arguments=["sweep"])
