"""The requests of the DAG of Dataflow, answered on loopback: no job runs here."""

import json
import os
import re
import unittest
from unittest.mock import patch

import pendulum
from acme import HOME, Listener, alerts_go_to, dag_file, module

LAUNCH = "/v1b3/projects/acme-data/locations/europe-west3/flexTemplates:launch"
RUN = {"run_id": "20261124T0000", "status": "ok", "issues_read": 7, "watermark": None}


class DataflowTest(unittest.TestCase):
    def setUp(self):
        self.hook = Listener()
        self.google = Listener(self.answer)
        self.addCleanup(self.hook.close)
        self.addCleanup(self.google.close)
        alerts_go_to(self.hook)
        self.rows = [RUN]
        self.states = ["JOB_STATE_RUNNING", "JOB_STATE_DONE"]
        anonymous = {"conn_type": "google_cloud_platform", "extra": {"is_anonymous": True}}
        self.enterContext(
            patch.dict(
                os.environ,
                AIRFLOW_CONN_GOOGLE_CLOUD_DEFAULT=json.dumps(anonymous),
                BIGQUERY_EMULATOR_HOST=self.google.address,
            )
        )
        self.enterContext(patch("airflow.providers.google.cloud.hooks.dataflow.DataflowHook.get_conn", self.conn))
        self.enterContext(
            patch(
                "airflow.providers.google.cloud.hooks.dataflow.AsyncDataflowHook.get_job_status",
                self.job_status,
            )
        )
        self.dataflow = module(dag_file("jira_dataflow.py"))

    def conn(self, *_):
        from google.auth.credentials import AnonymousCredentials
        from googleapiclient.discovery import build

        options = {"api_endpoint": self.google.address}
        credentials = AnonymousCredentials()
        return build("dataflow", "v1b3", client_options=options, credentials=credentials)

    async def job_status(self, **asked):
        """The trigger asks over gRPC; this is what it would be told."""
        from google.cloud.dataflow_v1beta3 import JobState

        self.assertEqual(asked["job_id"], "job-1")
        return JobState[self.states.pop(0)]

    def answer(self, method, path, body):
        if path.startswith(LAUNCH):
            return {"job": {"id": "job-1", "name": body["launchParameter"]["jobName"]}}
        if path.startswith("/v1b3/"):
            return {"id": "job-1", "projectId": "acme-data", "location": "europe-west3"}
        schema = {"fields": [{"name": "run", "type": "STRING", "mode": "NULLABLE"}]}
        rows = [{"f": [{"v": json.dumps(row)}]} for row in self.rows]
        reference = {"projectId": "acme-data", "jobId": "query-1", "location": "EU"}
        return {
            "jobComplete": True,
            "jobReference": reference,
            "status": {"state": "DONE"},
            "configuration": {"query": {}},
            "statistics": {"query": {}},
            "schema": schema,
            "rows": rows,
            "totalRows": str(len(rows)),
        }

    def run_of(self, dag, minute):
        """One run; each has a moment of its own, since a run is known by it."""
        for task in dag.tasks:
            task.retries = 0
            task.poll_sleep = 0
        run = dag.test(logical_date=pendulum.datetime(2026, 11, 24, 2, minute))
        return {ti.task_id: str(ti.state) for ti in run.get_task_instances()}

    def launched(self):
        [body] = [body for path, body in self.google.received if path.startswith(LAUNCH)]
        return body["launchParameter"]

    def test_an_interval_is_one_job_of_its_own_name(self):
        states = self.run_of(self.dataflow.intervals, 7)

        self.assertEqual(states, {"load": "success", "publish": "success"})
        launch = self.launched()
        self.assertEqual(launch["jobName"], "sluice-acme-20261123t0207")
        self.assertEqual(launch["containerSpecGcsPath"], "gs://acme-jira/sluice.json")
        self.assertEqual(
            launch["parameters"],
            {"config": "gs://acme-jira/sluice.yaml", "from": "2026-11-23T01:47Z", "to": "2026-11-24T02:07Z"},
        )
        self.assertEqual(
            launch["environment"],
            {"maxWorkers": 1, "serviceAccountEmail": "sluice@acme-data.iam.gserviceaccount.com"},
        )
        self.assertEqual(self.states, [], "the trigger waited for the job to be done")
        [asked] = [body for path, body in self.google.received if "/bigquery" in path and body]
        parameters = asked["configuration"]["query"]["queryParameters"]
        values = {one["name"]: one["parameterValue"]["value"] for one in parameters}
        self.assertEqual(values["pipeline"], "acme")
        self.assertEqual(values["from"], "2026-11-23 01:47:00+00:00")
        self.assertEqual(values["to"], "2026-11-24 02:07:00+00:00")
        self.assertEqual(self.hook.received, [])

    def test_every_parameter_is_one_of_the_template_in_its_form(self):
        metadata = json.loads((HOME / "deploy" / "gcp" / "metadata.json").read_text())
        forms = {one["name"]: one["regexes"][0] for one in metadata["parameters"]}
        self.run_of(self.dataflow.intervals, 8)
        parameters = self.launched()["parameters"]
        self.google.received.clear()
        self.states = ["JOB_STATE_DONE"]
        self.assertEqual(self.run_of(self.dataflow.sweeps, 9), {"sweep": "success"})
        parameters |= self.launched()["parameters"]
        self.assertEqual(set(parameters), {"config", "from", "to", "sweep"})
        for name, value in parameters.items():
            self.assertTrue(re.fullmatch(forms[name], value), (name, value))

    def test_a_partial_run_is_not_published(self):
        self.rows = [RUN | {"status": "partial", "error_class": "CountMismatch", "error_message": "3 short"}]

        states = self.run_of(self.dataflow.intervals, 10)

        self.assertEqual(states, {"load": "success", "publish": "failed"})
        [(_, body)] = self.hook.received
        self.assertIn("is partial: CountMismatch 3 short", body["text"])

    def test_an_interval_without_news_is_skipped(self):
        self.rows = [RUN | {"issues_read": 0}]
        states = self.run_of(self.dataflow.intervals, 11)
        self.assertEqual(states, {"load": "success", "publish": "skipped"})

    def test_a_job_that_fails_is_told(self):
        self.states = ["JOB_STATE_FAILED"]

        states = self.run_of(self.dataflow.intervals, 12)

        self.assertEqual(states, {"load": "failed", "publish": "upstream_failed"})
        [(_, body)] = self.hook.received
        self.assertIn("jira_acme_dataflow.load failed", body["text"])


if __name__ == "__main__":
    unittest.main()
