"""Loads what changed in Jira since the last success, with Prefect.

Change the three lines below, make the blocks of type Secret that they name, and start

    python jira_flow.py

which serves the flow by its schedule. sluice-alerts holds the address of a webhook that takes
{"text": ...}, such as Slack's; without it, alerts stand in the log only.
"""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
import urllib.request
from pathlib import Path

from prefect import flow, get_run_logger, serve, task
from prefect.blocks.system import Secret
from prefect.states import Completed

# change: site
SITE = "acme"  # jira.site of sluice.yaml: names the deployments
# change: config
CONFIG = "/etc/sluice/sluice.yaml"
# change: command
SLUICE = "/opt/sluice/sluice"

# What stays as it is where these are usual.
# change: cron
SCHEDULE = "7 * * * *"
SECRETS = {  # a variable that sluice.yaml names -> the block that holds it
    # each: secret
    "JIRA_TOKEN": "jira-token",
}
ALERTS = "sluice-alerts"
RETRYABLE = {1, 69, 75}  # a bug, Jira or the output unavailable, another run holds the lock
NOTHING_NEW = 99


class Failed(Exception):
    """A run that did not end well."""

    def __init__(self, code, summary):
        error = summary.get("error") or {"message": "No summary was left.", "hint": "see the log"}
        super().__init__(f"{error['message']} Exit code {code}. What to do: {error['hint']}")
        self.code = code


def is_retryable(_task, _run, state):
    """Whether another try may succeed without anybody doing something."""
    failure = state.result(raise_on_failure=False)
    return isinstance(failure, Failed) and failure.code in RETRYABLE


@task(retries=4, retry_delay_seconds=[60, 300, 900, 3600], retry_condition_fn=is_retryable)
def sluice(*arguments):
    """Starts sluice without a shell and returns its summary."""
    # What Prefect keeps in the environment is none of its business.
    environment = {name: value for name, value in os.environ.items() if "PREFECT" not in name}
    environment |= {name: Secret.load(block).get() for name, block in SECRETS.items()}
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "summary.json")
        command = [SLUICE, *arguments, "--config", CONFIG, "--summary-file", file]
        ended = subprocess.run(
            command,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        summary = json.loads(file.read_text()) if file.exists() else {}
    get_run_logger().info(ended.stderr)
    if ended.returncode not in (0, NOTHING_NEW):
        raise Failed(ended.returncode, summary)
    return summary


def alert(flow, run, state):
    """Tells what failed once all its tries are used up, and what to do."""
    text = f"{flow.name} of {SITE} failed: {state.message}"
    try:
        body = json.dumps({"text": text}).encode()
        headers = {"Content-Type": "application/json"}
        request = urllib.request.Request(Secret.load(ALERTS).get(), data=body, headers=headers)
        with urllib.request.urlopen(request, timeout=30):
            pass
    except Exception as e:  # An alert that cannot be delivered changes nothing else.
        # The address is a secret, and some exceptions repeat it.
        print(f"The alert was not delivered ({type(e).__name__}): {text}")


@flow(on_failure=[alert])
def jira_load():
    """What changed since the last success; everything the first time."""
    summary = sluice("run", "--skip-exit-code")
    if summary["exit_code"] == NOTHING_NEW:
        return Completed(name="Skipped", message="nothing new", data=summary)
    return summary


@flow(on_failure=[alert])
def jira_sweep():
    """What was deleted, moved, archived or hidden."""
    return sluice("sweep")


if __name__ == "__main__":
    serve(
        jira_load.to_deployment(name=SITE, cron=SCHEDULE),
        jira_sweep.to_deployment(name=f"{SITE}-sweep", cron="37 3 * * 0"),
        limit=1,
    )
