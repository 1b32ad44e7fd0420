"""Loads Jira into BigQuery, interval by interval, as jobs of Dataflow.

Copy this file into the folder of the DAGs, change the three lines below, and make what they name:

    deploy/gcp/build.sh REGION-docker.pkg.dev/PROJECT/REPOSITORY/sluice:TAG gs://BUCKET/sluice.json
    gcloud storage cp sluice.yaml gs://BUCKET/sluice.yaml
    airflow pools set jira_SITE 1 "One reader of this Jira at a time"
    airflow connections add sluice_alerts --conn-type generic --conn-password https://hooks...

sluice.yaml names its secret as gcp-secret://...: Airflow never sees it. Needs the provider google
and a triggerer. The last line is the address of a webhook that takes {"text": ...}, such as
Slack's; without it, alerts stand in the log only. The first load is a launch of the template with
full=true, by hand.
"""

from __future__ import annotations

import json
import re
import urllib.request
from datetime import timedelta

import pendulum
from airflow.providers.google.cloud.hooks.bigquery import BigQueryHook
from airflow.providers.google.cloud.operators.dataflow import DataflowStartFlexTemplateOperator
from airflow.sdk import (
    DAG,
    Asset,
    Connection,
    CronDataIntervalTimetable,
    CronTriggerTimetable,
    task,
)
from airflow.sdk.exceptions import AirflowException, AirflowFailException, AirflowSkipException
from google.cloud.bigquery import QueryJobConfig, ScalarQueryParameter

# change: site
SITE = "acme"  # jira.site of sluice.yaml: names the DAGs, the jobs, the pool and the asset
# change: project
PROJECT = "acme-data"
# change: bucket
BUCKET = "gs://acme-jira"  # has the template and sluice.yaml

# What stays as it is where these are usual.
# change: region
REGION = "europe-west3"
# change: dataset
DATASET = "jira"
# change: account
ACCOUNT = "sluice@acme-data.iam.gserviceaccount.com"  # whom the workers are
# change: cron
SCHEDULE = CronDataIntervalTimetable("7 * * * *", timezone="UTC")
# change: start
START = pendulum.datetime(2026, 1, 1, tz="UTC")
GOOGLE = "google_cloud_default"
ALERTS = "sluice_alerts"

# Twice the horizon of sluice.yaml: Jira's index may be one behind its database, and the watermark
# stays one behind the clock. Each interval reads that far back, so that nothing falls between two.
OVERLAP = timedelta(minutes=20)
FROM = "{{ (data_interval_start - overlap).strftime('%Y-%m-%dT%H:%MZ') }}"
TO = "{{ data_interval_end.strftime('%Y-%m-%dT%H:%MZ') }}"

WAREHOUSE = Asset(name=f"jira_{SITE}_bigquery", uri=f"x-sluice://{SITE}/{PROJECT}/{DATASET}")
RUN_OF_INTERVAL = f"""
    SELECT TO_JSON_STRING(run) FROM `{PROJECT}.{DATASET}._run` AS run
    WHERE pipeline = @pipeline AND interval_from = @from AND interval_to = @to
    ORDER BY finished_at DESC LIMIT 1
"""


def job(name, **parameters):
    """The launch of a job. A second launch under a name that is under way is refused."""
    return {
        "launchParameter": {
            "jobName": f"sluice-{re.sub('[^a-z0-9]+', '-', SITE.lower())}-{name}",
            "containerSpecGcsPath": f"{BUCKET}/sluice.json",
            "parameters": {"config": f"{BUCKET}/sluice.yaml", **parameters},
            # One worker uses up what any Jira allows.
            "environment": {"maxWorkers": 1, "serviceAccountEmail": ACCOUNT},
        }
    }


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
    "retries": 2,
    "retry_delay": timedelta(minutes=10),
    "on_failure_callback": alert,
}
# A name of our own making: a retry must not start a second job beside the first.
JOB = {
    "location": REGION,
    "project_id": PROJECT,
    "gcp_conn_id": GOOGLE,
    "append_job_name": False,
    "deferrable": True,
    "poll_sleep": 30,
}

with DAG(
    dag_id=f"jira_{SITE}_dataflow",
    description="What changed in Jira, one data interval a job",
    schedule=SCHEDULE,
    start_date=START,
    catchup=True,  # An interval that is left out is a gap.
    max_active_runs=1,
    default_args=DEFAULTS,
    user_defined_macros={"overlap": OVERLAP},
    tags=["sluice"],
) as intervals:
    load = DataflowStartFlexTemplateOperator(
        task_id="load",
        body=job("{{ data_interval_start.strftime('%Y%m%dt%H%M') }}", **{"from": FROM, "to": TO}),
        **JOB,
    )

    @task(outlets=[WAREHOUSE])
    def publish(start, end, *, ti, outlet_events):
        """Publishes the asset if the interval's row of _run says that all of it is there."""
        client = BigQueryHook(gcp_conn_id=GOOGLE).get_client(project_id=PROJECT)
        parameters = [
            ScalarQueryParameter("pipeline", "STRING", SITE),
            ScalarQueryParameter("from", "TIMESTAMP", pendulum.parse(start)),
            ScalarQueryParameter("to", "TIMESTAMP", pendulum.parse(end)),
        ]
        answer = client.query(RUN_OF_INTERVAL, QueryJobConfig(query_parameters=parameters))
        rows = [json.loads(row[0]) for row in answer.result()]
        if not rows:
            raise AirflowException(f"Table _run has no run of {start} to {end}")
        run = rows[0]
        ti.xcom_push("return_value", run)
        if run["status"] != "ok":
            # Another try of this task would find the same; the load has to be cleared.
            raise AirflowFailException(
                f"Run {run['run_id']} is {run['status']}: {run['error_class']} {run['error_message']}"
            )
        if not run["issues_read"]:
            raise AirflowSkipException("nothing new")
        outlet_events[WAREHOUSE].extra = {"run_id": run["run_id"], "watermark": run["watermark"]}

    load >> publish(FROM, TO)

with DAG(
    dag_id=f"jira_{SITE}_dataflow_sweep",
    description="What was deleted, moved, archived or hidden in Jira",
    schedule=CronTriggerTimetable("37 3 * * 0", timezone="UTC"),
    start_date=START,
    catchup=False,  # One census is as good as many.
    max_active_runs=1,
    default_args=DEFAULTS,
    tags=["sluice"],
) as sweeps:
    DataflowStartFlexTemplateOperator(
        task_id="sweep", body=job("sweep-{{ ds_nodash }}", sweep="true"), **JOB
    )
